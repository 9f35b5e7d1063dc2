package dev.buildlog.pipeline;

import dev.buildlog.model.PublishRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The bean {@code bursts} of the publish route: while a journal is being swept, its rules are on the way to what they will be,
 * and agents are not shown half of them. What is held back meanwhile is published when the burst ends.
 */
public final class Bursts {

    /** Publishing costs more than most changes do, so that a stream of them must not have it done often. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private record Stream(long first, long last) {}

    private final Map<String, Stream> streams = new HashMap<>();
    private final Map<String, Integer> running = new HashMap<>();
    private final Map<String, PublishRequest> held = new HashMap<>();
    private final Map<String, Long> drawn = new HashMap<>();

    /** Many changes of {@code project} may be about to come. */
    synchronized void begin(String project) {
        running.merge(project, 1, Integer::sum);
    }

    /** They have come; what was held back meanwhile, unless another burst of the project is under way. */
    synchronized Optional<PublishRequest> end(String project) {
        running.merge(project, -1, (now, less) -> now + less == 0 ? null : now + less);
        return running.containsKey(project) ? Optional.empty() : Optional.ofNullable(held.remove(project));
    }

    /** Whether no burst is under way, so that what is in the ledger can be shown; else the request is held back. */
    public synchronized boolean isOver(PublishRequest request) {
        if (running.containsKey(request.project())) {
            held.merge(request.project(), request, PublishRequest::and);
            return false;
        }
        if (request.draw()) {
            drawn.put(request.project(), System.nanoTime());
        }
        return true;
    }

    /**
     * For how long nothing must have come before it is time to publish, in milliseconds. Outcomes come in streams with pauses in
     * between, and none of them waits for its draw: after one draw the next is a while off, so that one stands for all of them.
     *
     * @param settleMillis what is enough where nothing was drawn lately, or nothing is to be
     */
    public synchronized long pause(PublishRequest request, long settleMillis) {
        Long last = request.draw() ? drawn.get(request.project()) : null;
        long left = last == null ? 0 : LONGEST.toMillis() - Duration.ofNanos(System.nanoTime() - last).toMillis();
        return Math.max(settleMillis, left);
    }

    /**
     * Whether requests have been coming for so long without a pause that it is time to publish all the same; those that come after
     * begin anew.
     *
     * @param settleMillis pause after which a stream counts as over
     */
    public synchronized boolean isLong(PublishRequest request, long settleMillis) {
        long now = System.nanoTime();
        Stream stream = streams.get(request.project());
        if (stream == null || now - stream.last > Duration.ofMillis(settleMillis).toNanos()) {
            streams.put(request.project(), new Stream(now, now));
            return false;
        }
        if (now - stream.first < LONGEST.toNanos()) {
            streams.put(request.project(), new Stream(stream.first, now));
            return false;
        }
        streams.remove(request.project());
        return true;
    }
}
