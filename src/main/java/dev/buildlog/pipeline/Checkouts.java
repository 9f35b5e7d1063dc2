package dev.buildlog.pipeline;

import dev.buildlog.journal.Checkout;
import dev.buildlog.model.Policy;
import dev.buildlog.model.Stopped;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bean {@code checkouts} of the publish route: the work trees of a project whose files this process writes. */
public class Checkouts {

    private static final Logger LOG = LoggerFactory.getLogger(Checkouts.class);

    private static final int MOST_TOLD = 10;

    private final List<Checkout> served;
    private final Set<Stopped> told = ConcurrentHashMap.newKeySet();
    private final Set<String> toldLeftOut = ConcurrentHashMap.newKeySet();

    Checkouts(List<Checkout> served) {
        this.served = List.copyOf(served);
    }

    /** The policy once for every served checkout of its project. What the gate kept back is told once. */
    public List<Policy> each(Policy policy) {
        String project = policy.request().project();
        policy.stopped().stream().filter(told::add).forEach(stopped -> LOG.warn("project {}: rule {} is not shown to agents and"
                + " waits for a person ('buildlog skills --held'): it {}", project, stopped.rule().id(), stopped.reason()));
        if (!policy.leftOut().isEmpty() && toldLeftOut.add(policy.selection())) {
            LOG.info("project {}: {} rules were drawn and are not shown, with no room left or withheld by chance ('buildlog"
                    + " bandit status'): {}", project, policy.leftOut().size(),
                    policy.leftOut().stream().limit(MOST_TOLD).map(one -> one.rule().id()).toList());
        }
        return served.stream()
                .filter(checkout -> checkout.project().id().equals(project))
                .map(checkout -> policy.at(checkout.root().toString()))
                .toList();
    }

    /** Roots of the served checkouts of a project. */
    List<Path> roots(String project) {
        return served.stream().filter(checkout -> checkout.project().id().equals(project)).map(Checkout::root).toList();
    }
}
