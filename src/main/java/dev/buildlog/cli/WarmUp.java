package dev.buildlog.cli;

import dev.buildlog.mcp.ToolSet;
import dev.buildlog.pipeline.Service;
import dev.buildlog.pipeline.http.Reach;
import dev.buildlog.pipeline.Sync;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code buildlog warm-up}: does in a scratch folder what commands of a kind usually do, so that a JVM that watches can
 * archive the classes they load. The launcher runs it in the background.
 */
@Command(name = "warm-up", hidden = true, description = "Load what commands of a kind load.")
final class WarmUp extends Verb {

    private enum Kind {
        SHORT,
        SERVICE
    }

    @Parameters(paramLabel = "KIND", description = "short or service.")
    private Kind kind = Kind.SHORT;

    @Override
    int run(Workplace here) throws IOException, InterruptedException {
        Files.createDirectories(here.home());
        Path scratch = Files.createTempDirectory(here.home(), "warm-up");
        ProjectRoot.mark(scratch);
        shortCommands(here, scratch);
        if (kind == Kind.SERVICE) {
            service(here, scratch.resolve("demo"));
        }
        return ExitCode.DONE;
    }

    private static void shortCommands(Workplace here, Path scratch) {
        Map<String, String> environment = new HashMap<>(here.environment());
        environment.put("BUILDLOG_HOME", scratch.resolve("home").toString());
        List<String> commands = List.of(
                "--version", "--help", "list --help", "init --defaults --no-hooks", "new first", "new second --quick", "list",
                "list --json", "config set publish.auto low", "config list --origin", "config get publish.auto --json", "list");
        commands.forEach(command -> run(here, scratch, environment, command.split(" ")));
    }

    /** Runs a command whose output nobody reads. One that fails leaves its classes out of the archive, and no other trace. */
    private static void run(Workplace here, Path directory, Map<String, String> environment, String... command) {
        int code = new Main(directory, here.install(), environment, InputStream.nullInputStream(),
                OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), here.clock()).run(command);
        if (code != ExitCode.DONE) {
            here.say("warm-up: " + String.join(" ", command) + " ended with " + code);
        }
    }

    /** The service on the sample journal: one sync, one start, one saved entry, a look at what HTTP answers. */
    private static void service(Workplace here, Path base) throws IOException, InterruptedException {
        Demo sample = Demo.create(here, base);
        try (Assembly parts = Assembly.at(sample.workplace());
                Sync sync = Sync.open(parts.core(), sample.repository(), parts.settings(), parts.front())) {
            sync.run();
        }
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (Assembly parts = Assembly.at(sample.workplace());
                Service service = Service.start(parts.core(), new Service.Plan(List.of(sample.repository()), Reach.local(0),
                        parts.settings(), parts.front(meters), meters))) {
            Path agents = sample.repository().resolve("AGENTS.md");
            String before = Files.exists(agents) ? Files.readString(agents) : "";
            Files.writeString(sample.repository().resolve("buildlog/2026-04-01-warm-up.md"),
                    "# Warm-up\n\n## Improvements\n\n### Workflow\n\n- Rehearse before the audience arrives\n");
            try (InputStream answer = URI.create(service.url() + "/observe/health").toURL().openStream()) {
                answer.readAllBytes();
            }
            for (int i = 0; i < 100 && Files.exists(agents) && Files.readString(agents).equals(before); i++) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        for (String question : List.of("sync", "status", "status --json --limit 5", "overview", "diff", "skills --format json",
                "distill --limit 5", "stats", "queue --json", "bandit status", "gauntlet rules --compact",
                "init --defaults --no-hooks", "verify --json", "status --help")) {
            run(here, sample.repository(), sample.workplace().environment(), question.split(" "));
        }
        explain(here, sample);
        agent(sample);
    }

    /** Tells the story of a rule, whichever it is. */
    private static void explain(Workplace here, Demo sample) {
        List<String> ids;
        try (Assembly parts = Assembly.at(sample.workplace())) {
            ids = parts.core().standings().all(parts.project()).stream().map(stand -> stand.candidate().rule().id()).limit(1)
                    .toList();
        }
        ids.forEach(id -> run(here, sample.repository(), sample.workplace().environment(), "explain", id));
    }

    /** Serves an agent that says who it is, asks what there is, and looks once. */
    private static void agent(Demo sample) throws IOException, InterruptedException {
        String talk = """
                {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},\
                "clientInfo":{"name":"warm-up","version":"1"}}}
                {"jsonrpc":"2.0","method":"notifications/initialized"}
                {"jsonrpc":"2.0","id":2,"method":"tools/list","params":{}}
                {"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"buildlog_overview","arguments":{}}}
                """;
        Mcp.serve(sample.workplace(), ToolSet.ALL, new ByteArrayInputStream(talk.getBytes(StandardCharsets.UTF_8)),
                OutputStream.nullOutputStream());
    }
}
