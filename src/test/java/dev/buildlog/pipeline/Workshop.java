package dev.buildlog.pipeline;

import dev.buildlog.api.Contract;
import dev.buildlog.api.Deciding;
import dev.buildlog.api.DoorRequests;
import dev.buildlog.api.Errors;
import dev.buildlog.api.Feedback;
import dev.buildlog.api.GithubEvents;
import dev.buildlog.api.Observation;
import dev.buildlog.api.PolicyInForce;
import dev.buildlog.api.Questions;
import dev.buildlog.api.Runs;
import dev.buildlog.api.Submissions;
import dev.buildlog.config.Settings;
import dev.buildlog.curate.TokenSimilarity;
import dev.buildlog.curate.VectorCache;
import dev.buildlog.curate.Vectors;
import dev.buildlog.curate.WordVectors;
import dev.buildlog.ledger.Ledger;
import dev.buildlog.ledger.ModelAnswers;
import dev.buildlog.ledger.ModelUsage;
import dev.buildlog.mcp.CommandRunner;
import dev.buildlog.mcp.McpEndpoint;
import dev.buildlog.models.GitRepositories;
import dev.buildlog.models.remote.LazyChatModel;
import dev.buildlog.pipeline.http.Reach;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place to run services in: an installation with copies of the shipped parts, a home, and repositories, all below one folder.
 */
public final class Workshop {

    /** With which {@code POST /webhooks/github} has to be signed here. */
    public static final String GITHUB_SECRET = "It's a Secret to Everybody";

    private static final String OPENAPI = """
            openapi: 3.1.0
            info: { title: buildlog, version: "1" }
            paths: { /api/v1/projects: {} }
            """;

    /** What tests that are not about decisions begin with: nobody has to promote anything. */
    static final String EVERYTHING_GOES_OUT = "publish.auto: low\n";

    private final Path base;

    /** @param base an empty folder */
    public Workshop(Path base) {
        try {
            this.base = base.toRealPath();
            copy(Path.of("routes"), application().resolve("routes"));
            copy(Path.of("components"), application().resolve("components"));
            Path described = Path.of("docs/openapi.yaml");
            write(application().resolve("docs/openapi.yaml"),
                    Files.exists(described) ? Files.readString(described) : OPENAPI);
            Files.createDirectories(home().resolve("emissions/pending"));
            write(home().resolve("config.yaml"), EVERYTHING_GOES_OUT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path application() {
        return base.resolve("app");
    }

    public Path home() {
        return base.resolve("home");
    }

    public Path folder(String name) {
        return base.resolve(name);
    }

    /** A repository without git, with an empty journal. */
    public Path repository(String name) {
        try {
            Files.createDirectories(base.resolve(name).resolve("buildlog"));
            return base.resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A service over these checkouts, listening on any free port. */
    public Running serve(Path... roots) {
        return serve(Clock.systemDefaultZone(), roots);
    }

    /** A service that goes by {@code clock}. */
    public Running serve(Clock clock, Path... roots) {
        return serve(clock, Reach.local(0), roots);
    }

    /** A service that listens as {@code reach} says. */
    public Running serve(Clock clock, Reach reach, Path... roots) {
        Ledger ledger = Ledger.open(home());
        try {
            Core core = core(ledger, clock);
            PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            return new Running(Service.start(core, new Service.Plan(List.of(roots), reach,
                    root -> Settings.load(home(), root, Map.of(), Map.of()).asProperties(), front(core, meters), meters)),
                    core, ledger);
        } catch (RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    Core core(Ledger ledger) {
        return core(ledger, Clock.systemDefaultZone());
    }

    private Core core(Ledger ledger, Clock clock) {
        TokenSimilarity token = new TokenSimilarity();
        return new Core(application(), home(), ledger, new GitRepositories(), Map.of(token.name(), token),
                new Vectors(new WordVectors(), VectorCache.NONE), clock, "test");
    }

    static Front front(Core core, PrometheusMeterRegistry meters) {
        Contract contract = new Contract(core.application());
        return new Front(
                Map.ofEntries(Map.entry("questions", Questions.class),
                        Map.entry("submissions", Submissions.class),
                        Map.entry("feedback", Feedback.class),
                        Map.entry("gauntlet", Runs.class),
                        Map.entry("policy", PolicyInForce.class),
                        Map.entry("deciding", Deciding.class),
                        Map.entry("github", GithubEvents.class),
                        Map.entry("observation", Observation.class),
                        Map.entry("errors", Errors.class),
                        Map.entry("mcp", McpEndpoint.class), Map.entry("doorRequests", DoorRequests.class),
                        Map.entry("chatModel", Object.class)),
                pipelines -> Map.ofEntries(Map.entry("questions", questions(core, pipelines)),
                        Map.entry("submissions", new Submissions(core, contract)),
                        Map.entry("feedback", new Feedback(core, contract)),
                        Map.entry("gauntlet", new Runs(core, contract)),
                        Map.entry("policy", new PolicyInForce(core)),
                        Map.entry("deciding", new Deciding(core, contract, questions(core, pipelines), pipelines::targetsOf)),
                        Map.entry("github", new GithubEvents(core, () -> Optional.of(GITHUB_SECRET))),
                        Map.entry("observation", new Observation(core, contract, pipelines, meters)),
                        Map.entry("errors", new Errors()),
                        Map.entry("doorRequests", new DoorRequests(core, pipelines)),
                        Map.entry("mcp", new McpEndpoint((arguments, in) -> new CommandRunner.Outcome(1, "", "no commands here"),
                                name -> Optional.empty(), "test")),
                        Map.entry("chatModel", LazyChatModel.of(
                                core.application(), core.home(), () -> Settings.load(core.home(), null, Map.of(), Map.of()),
                                Map.of(), new ModelAnswers(core.ledger(), core.clock()), new ModelUsage(core.ledger()),
                                core.clock()))));
    }

    private static Questions questions(Core core, Pipelines pipelines) {
        return new Questions(core, project -> pipelines.setting(project, "publish.auto"), pipelines::checkouts);
    }

    /** The text of an entry with these list items under the learning heading. */
    public static String entry(String... learnings) {
        StringBuilder text = new StringBuilder("# Day\n\n## Improvements\n\n### Workflow\n\n");
        for (String learning : learnings) {
            text.append("- ").append(learning).append('\n');
        }
        return text.toString();
    }

    public static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a file; empty where there is none. */
    public static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
