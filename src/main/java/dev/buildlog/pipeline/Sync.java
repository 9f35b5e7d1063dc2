package dev.buildlog.pipeline;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.DeadLetter;
import dev.buildlog.model.Problem;
import dev.buildlog.model.PublishRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The pipeline of one checkout for the length of one command, by the same routes as the service. */
public final class Sync implements AutoCloseable {

    private static final int WORKERS = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final Core core;
    private final Pipelines pipelines;
    private final Path root;

    private Sync(Core core, Pipelines pipelines, Path root) {
        this.core = core;
        this.pipelines = pipelines;
        this.root = root;
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
        PipelineBeans beans = new PipelineBeans(core, PipelineBeans.Mode.ONCE, front, null, null);
        Pipelines pipelines = new Pipelines(core, new PipelinePlanner(core, settings, new PartCheck(core, beans)::problems), beans);
        pipelines.start(List.of(root));
        return new Sync(core, pipelines, root);
    }

    /** What is not in force, and why. */
    public List<Problem> refused() {
        return pipelines.refused();
    }

    /** Reads everything that changed since the ledger last knew, then has it published. */
    public Result run() {
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            Capture.Sweep sweep = pipelines.capture(root).sweep(workers, pipelines::entry);
            pipelines.publish(new PublishRequest(core.repositories().locate(root).project().id(), ""));
            return new Result(sweep.sent(), sweep.problems());
        } finally {
            workers.shutdown();
        }
    }

    /** Sends a dead letter through its door again; it is off the list when this returns. */
    public void replay(DeadLetter letter) {
        new DeadLetterOffice(core.deadLetters()).replay(letter, pipelines);
    }

    @Override
    public void close() {
        pipelines.close();
    }
}
