package dev.buildlog.pipeline;

import dev.buildlog.model.Policy;
import dev.buildlog.model.Stopped;
import java.util.List;

/** Stands in for the checkouts where the routes are only asked what they would do: nothing is written. */
final class DryCheckouts extends Checkouts {

    private volatile List<Stopped> stopped = List.of();

    DryCheckouts() {
        super(List.of());
    }

    @Override
    public List<Policy> each(Policy policy) {
        if (policy.request().root().equals(DryLedger.TRIAL)) {
            stopped = policy.stopped();
        }
        return List.of();
    }

    void forget() {
        stopped = List.of();
    }

    /** What the gate kept back at the last trial. */
    List<Stopped> stopped() {
        return stopped;
    }
}
