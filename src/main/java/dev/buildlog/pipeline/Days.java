package dev.buildlog.pipeline;

import dev.buildlog.model.PublishRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The bean {@code days} of the tick route: tells when another day has begun, in UTC, as that is the day confidence is computed
 * for. It goes by the clock and not by the time that has passed, so that a machine which slept over midnight notices too.
 */
public final class Days {

    private final Clock clock;
    private final Supplier<List<String>> projects;
    private final AtomicReference<LocalDate> last;

    /** @param projects ids of the projects whose files are written here */
    Days(Clock clock, Supplier<List<String>> projects) {
        this.clock = clock;
        this.projects = projects;
        this.last = new AtomicReference<>(today());
    }

    /** All projects if it is another day than at the last look, or than when this was made; else none. */
    public List<PublishRequest> begun() {
        LocalDate today = today();
        return last.getAndSet(today).equals(today)
                ? List.of()
                : projects.get().stream().map(project -> new PublishRequest(project, "")).toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
