package dev.buildlog.pipeline;

import dev.buildlog.files.AtomicFile;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.DeadLetter;
import dev.buildlog.model.PieceFindings;
import dev.buildlog.model.Problem;
import dev.buildlog.model.PublishRequest;
import dev.buildlog.model.ReviewPiece;
import dev.buildlog.render.Targets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The pipeline of one checkout for the length of one command, by the same routes as the service. */
public final class Sync implements AutoCloseable {

    private static final Duration DRAIN = Duration.ofSeconds(5);

    /** A command waits for its artifacts, a service does not. */
    private static final String HURRIED_LOOK_MS = "50";

    private final Core core;
    private final Pipelines pipelines;
    private final PipelineBeans beans;
    private final Path root;
    private final boolean emits;
    private final boolean asksModels;
    private final Path drops;

    private Sync(Core core, Pipelines pipelines, PipelineBeans beans, Path root, boolean emits, boolean asksModels,
            Path drops) {
        this.core = core;
        this.pipelines = pipelines;
        this.beans = beans;
        this.root = root;
        this.emits = emits;
        this.asksModels = asksModels;
        this.drops = drops;
    }

    /**
     * What one pass did.
     *
     * @param entries paths of the entries that were read or found gone
     * @param problems what a person should mend
     */
    public record Result(List<String> entries, List<Problem> problems) {}

    /**
     * Opens the pipeline of the checkout around {@code place}.
     *
     * @param settings effective settings of a checkout as {@code buildlog.*} properties; of the home for null
     * @throws BuildlogException BAD_CONFIGURATION naming every problem if its routes are refused
     */
    public static Sync open(Core core, Path place, Function<@Nullable Path, Map<String, String>> settings, Front front) {
        Path root = core.repositories().locate(place).root();
        return open(core, root, List.of(root), settings, front);
    }

    /** Opens the shared pipeline of the home, for what concerns no checkout. */
    public static Sync home(Core core, Function<@Nullable Path, Map<String, String>> settings, Front front) {
        return open(core, core.home(), List.of(), settings, front);
    }

    /** The targets that the routes know here. */
    public Targets targets() {
        return pipelines.targets(root);
    }

    private static Sync open(Core core, Path root, List<Path> served, Function<@Nullable Path, Map<String, String>> settings,
            Front front) {
        // read before anything is started, which would be left running if they are refused
        Map<String, String> own = settings.apply(served.isEmpty() ? null : root);
        PipelineBeans beans = new PipelineBeans(core, PipelineBeans.Mode.ONCE, front, null, null);
        Function<@Nullable Path, Map<String, String>> hurried = checkout -> {
            Map<String, String> all = new HashMap<>(settings.apply(checkout));
            all.put("buildlog.emissions.look_ms", HURRIED_LOOK_MS);
            return all;
        };
        Pipelines pipelines = Pipelines.started(core, served, hurried, beans);
        boolean asksModels = !"none".equals(own.getOrDefault("buildlog.llm.provider", "none"));
        return new Sync(core, pipelines, beans, root, Boolean.parseBoolean(own.get("buildlog.emissions.enabled")), asksModels,
                core.home().resolve(own.getOrDefault("buildlog.drops.folder", "inbox/git")));
    }

    /** Reads everything that changed since the ledger last knew, has it published, and ends the pipeline. */
    public Result run() {
        return run(percent -> { });
    }

    /** As {@link #run()}, and tells how much is read, 0 to 100. */
    public Result run(IntConsumer percent) {
        ExecutorService workers = Executors.newFixedThreadPool(Capture.WORKERS);
        try {
            Instant begin = core.clock().instant();
            String project = core.repositories().locate(root).project().id();
            AtomicReference<PublishRequest> publication = new AtomicReference<>(new PublishRequest(project, ""));
            Capture.Sweep sweep = sweep(project, workers, publication, percent);
            pipelines.publish(publication.get());
            close();
            List<Problem> problems = new ArrayList<>(sweep.problems());
            core.deadLetters().all().stream()
                    .filter(letter -> letter.door().equals(Doors.PUBLISH) && letter.project().equals(project))
                    .filter(letter -> !letter.failedAt().isBefore(begin))
                    .forEach(letter -> problems.add(new Problem(root.toString(), 0, 0, letter.cause())));
            return new Result(sweep.sent(), problems);
        } finally {
            workers.shutdown();
        }
    }

    /** What the entries would have published on the way is published once, at the end. */
    private Capture.Sweep sweep(String project, ExecutorService workers, AtomicReference<PublishRequest> publication,
            IntConsumer percent) {
        beans.bursts().begin(project);
        try {
            Capture.Sweep sweep = pipelines.capture(root).sweep(workers, pipelines::entry, percent);
            takeInDrops();
            if (asksModels) {
                new Postponed(core, pipelines).sendAll(workers, pipelines::entry);
            }
            return sweep;
        } finally {
            beans.bursts().end(project).ifPresent(publication::set);
        }
    }

    /** What git hooks left word of while no service was running. */
    private void takeInDrops() {
        try {
            new HookDrops(pipelines, core).takeIn(drops, root);
        } catch (IOException e) {
            LoggerFactory.getLogger(Sync.class).warn("{} cannot be read: {}", drops, AtomicFile.reason(e));
        }
    }

    /** Gives the emit route time to drop what this pass left in the outbox; what is left then waits for the next one. */
    private void drain() {
        long end = System.nanoTime() + DRAIN.toNanos();
        while (core.outbox().waiting() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** Where changes of state enter; the agents' files follow when this is closed. */
    public Doors doors() {
        return pipelines;
    }

    /** What a model finds in a piece of what is reviewed; nothing is recorded. */
    public PieceFindings find(ReviewPiece piece) {
        return pipelines.review(piece);
    }

    /** Sends a dead letter through its door again; it is off the list when this returns. */
    public void replay(DeadLetter letter) {
        new DeadLetterOffice(core.deadLetters()).replay(letter, pipelines);
    }

    /** Publishes what was collected, gives its artifacts time to be dropped, and ends the pipeline; again does nothing. */
    @Override
    public void close() {
        if (pipelines.isReady()) {
            // a publication leaves artifacts itself, and the routes that drop them end with the pipeline
            pipelines.finishPublishing();
            if (emits) {
                drain();
            }
            pipelines.close();
        }
    }
}
