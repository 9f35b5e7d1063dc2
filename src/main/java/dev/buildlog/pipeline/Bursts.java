package dev.buildlog.pipeline;

import dev.buildlog.model.PublishRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The bean {@code bursts} of the publish route: while a journal is being swept, its rules are on the way to what they will be,
 * and agents are not shown half of them. Whoever ends a burst publishes.
 */
public final class Bursts {

    private final Map<String, Integer> running = new ConcurrentHashMap<>();

    /** Many changes of {@code project} are about to come. */
    void begin(String project) {
        running.merge(project, 1, Integer::sum);
    }

    /** They have come. */
    void end(String project) {
        running.merge(project, -1, (now, less) -> now + less == 0 ? null : now + less);
    }

    /** Whether no burst is under way, so that what is in the ledger can be shown. */
    public boolean isOver(PublishRequest request) {
        return !running.containsKey(request.project());
    }
}
