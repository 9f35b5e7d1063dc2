package dev.buildlog.pipeline;

import dev.buildlog.model.PublishRequest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The bean {@code bursts} of the publish route: while a journal is being swept, its rules are on the way to what they will be,
 * and agents are not shown half of them. What is held back meanwhile is published when the burst ends.
 */
public final class Bursts {

    private final Map<String, Integer> running = new HashMap<>();
    private final Set<String> held = new HashSet<>();

    /** Many changes of {@code project} may be about to come. */
    synchronized void begin(String project) {
        running.merge(project, 1, Integer::sum);
    }

    /** They have come; true if a publication was held back and no other burst of the project is under way. */
    synchronized boolean end(String project) {
        running.merge(project, -1, (now, less) -> now + less == 0 ? null : now + less);
        return !running.containsKey(project) && held.remove(project);
    }

    /** Whether no burst is under way, so that what is in the ledger can be shown; else the request is held back. */
    public synchronized boolean isOver(PublishRequest request) {
        if (running.containsKey(request.project())) {
            held.add(request.project());
            return false;
        }
        return true;
    }
}
