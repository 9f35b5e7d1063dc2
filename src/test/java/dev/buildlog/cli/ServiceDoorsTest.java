package dev.buildlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.buildlog.pipeline.Running;
import dev.buildlog.pipeline.Workshop;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands beside a service on the same home. */
class ServiceDoorsTest {

    private static final String ENTRY = "buildlog/2026-03-01-work.md";

    @TempDir
    Path folder;

    @Test
    void whatACommandChangesGoesThroughTheService() throws Exception {
        Workshop workshop = new Workshop(folder);
        Path repository = workshop.repository("shop");
        Workshop.write(workshop.home().resolve("config.yaml"), "publish.auto: off\n");
        Workshop.write(repository.resolve(ENTRY), Workshop.entry("Run tests before commit", "Keep the session cache small"));
        Desk desk = new Desk(repository, workshop.home(), workshop.application());
        try (Running service = workshop.serve(repository)) {
            Running.eventually(() -> assertThat(service.rules(repository)).hasSize(2));
            String id = service.rules(repository).get(0).get("id").asText();

            assertThat(desk.run("promote", id, "--why", "it pays")).as(desk.err()).isEqualTo(ExitCode.DONE);
            assertThat(desk.out()).contains(id, "promoted");
            Running.eventually(() -> assertThat(Workshop.read(repository.resolve("AGENTS.md"))).contains("- "));
            assertThat(entered(service)).isPositive();

            // what the service refuses is refused in its words
            assertThat(desk.run("reopen", id)).isEqualTo(ExitCode.DONE);
            assertThat(desk.run("reopen", id)).isEqualTo(ExitCode.FAILED);
            assertThat(desk.err()).contains("nothing to take back");
            assertThat(desk.run("reward", "splendid")).as("known to be no outcome").isEqualTo(ExitCode.USAGE);
            assertThat(desk.json("experiment", "start", "--json").get("session_id").asText()).startsWith("ses-");
            assertThat(desk.json("experiment", "log-mistake", "-e", "null", "-d", "lookup", "--json").get("session_id").asText())
                    .startsWith("ses-");
            double before = entered(service);
            Workshop.write(workshop.home().resolve("emissions/pending/odd.json"), "{}");
            assertThat(desk.run("emissions", "consume")).as("a file of no known type is refused").isEqualTo(ExitCode.FAILED);
            double consumed = entered(service);
            assertThat(consumed).isGreaterThan(before);
            Workshop.write(repository.resolve("guard.yaml"), "persona: guard\nrules:\n  - rule: Bound every queue\n");
            assertThat(desk.run("import-seed", "guard.yaml")).as(desk.err()).isEqualTo(ExitCode.DONE);
            assertThat(entered(service)).isGreaterThan(consumed);
        }
        // without a service, a pipeline of its own
        assertThat(desk.json("experiment", "end", "--json").get("mistakes_logged").asInt()).isEqualTo(1);
    }

    /** Messages that came in at the doors for commands. */
    private static double entered(Running service) {
        return service.get("/observe/metrics").body().lines().filter(line -> line.startsWith("camel_exchanges_total")
                && line.contains("\"enter\"")).mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Test
    void theDoorsAreForTheOwnerOfTheHomeOnly() {
        Workshop workshop = new Workshop(folder);
        Path repository = workshop.repository("shop");
        try (Running service = workshop.serve(repository)) {
            HttpRequest.Builder bare = HttpRequest.newBuilder(URI.create(service.url() + "/api/v1/doors/reward"))
                    .header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}"));
            assertThat(service.bare(bare.copy()).statusCode()).isEqualTo(401);
            assertThat(service.bare(bare.copy().header("Authorization", "Bearer wrong")).statusCode()).isEqualTo(401);
            assertThat(service.post("/api/v1/doors/source", "{}").statusCode()).isEqualTo(404);
            assertThat(service.post("/api/v1/doors/reward", "[1").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void twoCommandsAndTheServiceAtOnceLoseNothing() throws Exception {
        Workshop workshop = new Workshop(folder);
        Path repository = workshop.repository("shop");
        int rounds = 8;
        ExecutorService workers = Executors.newFixedThreadPool(3);
        try (Running service = workshop.serve(repository)) {
            List<Callable<List<String>>> work = new ArrayList<>();
            for (int n = 0; n < 2; n++) {
                Desk desk = new Desk(repository, workshop.home(), workshop.application());
                String who = "agent" + n;
                work.add(() -> mistakes(desk, who, rounds));
            }
            work.add(() -> {
                for (int i = 0; i < rounds; i++) {
                    Workshop.write(repository.resolve("buildlog/2026-03-0" + (i + 1) + "-day.md"),
                            Workshop.entry("Lesson number " + i + " about the " + "abcdefgh".charAt(i) + "-module"));
                }
                return List.of();
            });
            List<String> told = new ArrayList<>();
            for (Future<List<String>> done : workers.invokeAll(work)) {
                told.addAll(done.get());
            }
            Desk desk = new Desk(repository, workshop.home(), workshop.application());
            assertThat(told).hasSize(2 * rounds).doesNotHaveDuplicates();
            JsonNode metrics = desk.json("experiment", "metrics", "--json");
            assertThat(metrics.get("total_mistakes").asInt()).isEqualTo(2 * rounds);
            Running.eventually(() -> assertThat(service.rules(repository)).hasSize(rounds));
            try (var letters = Files.list(repository.resolve("buildlog"))) {
                assertThat(letters).hasSize(rounds);
            }
            assertThat(desk.json("dead-letters", "list", "--json")).isEmpty();
        } finally {
            workers.shutdownNow();
        }
    }

    private static List<String> mistakes(Desk desk, String who, int rounds) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            ids.add(desk.json("experiment", "log-mistake", "-e", who, "-d", who + " slipped " + i, "--json").get("mistake_id")
                    .asText());
        }
        return ids;
    }
}
