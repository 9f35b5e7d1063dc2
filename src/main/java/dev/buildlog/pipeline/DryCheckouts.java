package dev.buildlog.pipeline;

import dev.buildlog.model.Policy;
import dev.buildlog.model.Stopped;
import java.util.List;
import java.util.Optional;

/** Stands in for the checkouts where the routes are only asked what they would do: nothing is written. */
final class DryCheckouts extends Checkouts {

    private volatile List<Stopped> stopped = List.of();
    private volatile Optional<Policy> policy = Optional.empty();

    DryCheckouts() {
        super(List.of());
    }

    @Override
    public List<Policy> each(Policy chosen) {
        if (chosen.request().root().equals(DryLedger.TRIAL)) {
            stopped = chosen.stopped();
        } else if (!chosen.request().root().isEmpty()) {
            policy = Optional.of(chosen);
        }
        return List.of();
    }

    void forget() {
        stopped = List.of();
        policy = Optional.empty();
    }

    /** The last policy that was chosen for a checkout. */
    Optional<Policy> policy() {
        return policy;
    }

    /** What the gate kept back at the last trial. */
    List<Stopped> stopped() {
        return stopped;
    }
}
