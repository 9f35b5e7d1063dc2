package dev.buildlog.pipeline;

import dev.buildlog.journal.Checkout;
import dev.buildlog.model.Policy;
import dev.buildlog.model.PublishRequest;
import java.util.List;

/** The bean {@code checkouts} of the publish route: the work trees of a project whose files this process writes. */
public final class Checkouts {

    private final List<Checkout> served;

    Checkouts(List<Checkout> served) {
        this.served = List.copyOf(served);
    }

    /** The policy once for every served checkout of its project. */
    public List<Policy> each(Policy policy) {
        String project = policy.request().project();
        return served.stream()
                .filter(checkout -> checkout.project().id().equals(project))
                .map(checkout -> new Policy(policy.id(), new PublishRequest(project, checkout.root().toString()), policy.at(),
                        policy.rules(), policy.stopped()))
                .toList();
    }
}
