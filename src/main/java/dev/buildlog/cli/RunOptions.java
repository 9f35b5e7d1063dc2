package dev.buildlog.cli;

import dev.buildlog.model.GauntletRun;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a person may say about a run that begins. */
final class RunOptions {

    @Option(names = {"-p", "--persona"}, paramLabel = "PERSONA", split = ",", description = "Who reviews; learned for the rules"
            + " of the project itself. Repeatable. Default: all.")
    private List<String> personas = List.of();

    @Option(names = {"-k", "--select-k"}, paramLabel = "K", description = "Rules of each persona, drawn by what outcomes have"
            + " said of them; 0 for all. Default: 10.")
    private int selectK = GauntletRun.USUAL_K;

    @Option(names = {"-n", "--max-iterations"}, paramLabel = "N", description = "Most reviews of the run. Default: 10.")
    private int maxIterations = GauntletRun.USUAL_ITERATIONS;

    @Option(names = "--stop-at", paramLabel = "LEVEL", description = "The least that keeps the run from being clean: criticals,"
            + " majors or minors. Default: minors.")
    private String stopAt = GauntletRun.USUAL_STOP;

    @Option(names = "--policy", paramLabel = "ID", description = "The policy that the work was done under.")
    private String policy = "";

    @Option(names = "--context", description = "What the work is about. Default: general.")
    private @Nullable String context;

    @Option(names = "--session", paramLabel = "ID", description = "The session of the agent that did the work.")
    private String session = "";

    @Option(names = "--id", description = "A name for the run: begun again under the same name it is the same run.")
    private @Nullable String id;

    /** The run. */
    GauntletRun of(String project, String root, String target, String tree, Instant at) {
        return new GauntletRun(id == null ? "run-" + UUID.randomUUID().toString().replace("-", "").substring(0, 20) : id, project,
                root, target, tree, personas, selectK, maxIterations, stopAt, policy, context, session, at);
    }
}
