package dev.buildlog.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that is killed with SIGKILL at random moments while its journal changes, and started again. */
class KillIT {

    private static final String REMOTE = "git@example.org:team/shop.git";

    @TempDir
    Path folder;

    private Machine machine;
    private Repository repository;

    @BeforeEach
    void prepare() {
        machine = Machine.in(folder);
        repository = Repository.at(folder.resolve("shop"));
        repository.git("remote", "add", "origin", REMOTE);
    }

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void threeKillsDuringFortyChanges() throws Exception {
        simulate(3, 40, 20_260_301);
    }

    @Test
    @Tag("faults-full")
    void fiftyKillsDuringFiveHundredChanges() throws Exception {
        simulate(50, 500, 20_260_302);
    }

    @Test
    void whatWasAcknowledgedOverHttpIsThereAfterAKill() {
        ServiceProcess service = machine.serve(repository.root());
        String project = service.get("/api/v1/projects").at("/projects/0/id").asText();
        List<String> acknowledged = new ArrayList<>();
        // some time after the first answer, however slow the machine is
        CompletableFuture<Void> first = new CompletableFuture<>();
        CompletableFuture<Void> killed = first.thenRunAsync(service.started()::kill,
                CompletableFuture.delayedExecutor(700, TimeUnit.MILLISECONDS));
        try {
            for (int i = 0; ; i++) {
                String text = Repository.text("Rotate certificate number " + i + " by hand").replace("\n", "\\n");
                int status = service.submit(project, "{\"key\": \"ci-" + i + "\", \"text\": \"" + text + "\"}");
                assertThat(status).isEqualTo(201);
                acknowledged.add("submitted/ci-" + i);
                first.complete(null);
            }
        } catch (java.io.UncheckedIOException expected) {
            killed.join();
        }
        assertThat(acknowledged).isNotEmpty();
        ServiceProcess again = machine.serve(repository.root());
        assertThat(again.get("/api/v1/projects/" + project + "/rules").findValues("sources").toString())
                .contains(acknowledged);
    }

    private void simulate(int kills, int changes, long seed) throws Exception {
        long began = System.nanoTime();
        Random random = new Random(seed);
        Changes journal = new Changes(repository, seed);
        int done = 0;
        for (int kill = 1; kill <= kills; kill++) {
            Started started = machine.starting(repository.root());
            // at one time in three it may not even have started
            if (random.nextInt(3) > 0) {
                ServiceProcess.listening(started);
            }
            CompletableFuture<Void> killed = CompletableFuture.runAsync(started::kill,
                    CompletableFuture.delayedExecutor(random.nextInt(800), TimeUnit.MILLISECONDS));
            for (int due = changes * kill / kills; done < due; done++) {
                journal.next();
                // until its effect shows, or not at all
                if (random.nextBoolean() && !killed.isDone()) {
                    String before = repository.agents();
                    await().pollInterval(Duration.ofMillis(5)).until(() -> killed.isDone() || !repository.agents().equals(before));
                }
            }
            killed.join();
        }
        ServiceProcess service = machine.serve(repository.root());
        Truth truth = truth();
        String project = service.get("/api/v1/projects").at("/projects/0/id").asText();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            JsonNode rules = service.get("/api/v1/projects/" + project + "/rules").at("/rules");
            assertThat(rules.findValuesAsText("id")).containsExactlyInAnyOrderElementsOf(truth.skills.findValuesAsText("id"));
            assertThat(repository.agents()).isEqualTo(truth.agents);
            assertThat(repository.claude()).isEqualTo(truth.claude);
        });
        assertThat(service.health().at("/dead_letters").asInt()).isZero();
        assertThat(service.stop().code()).isEqualTo(143);

        assertThat(machine.run(repository.root(), "sync", "--json").json().at("/entries")).as("left to read").isEmpty();
        assertThat(machine.run(repository.root(), "skills", "--format", "json").json().at("/skills")).isEqualTo(truth.skills);
        assertThat(machine.result(repository.root(), "rebuild")).contains("identical");
        assertThat(names(repository.root())).containsExactlyInAnyOrder(".git", ".buildlog", "buildlog", "AGENTS.md",
                "CLAUDE.md");
        assertThat(names(machine.home().resolve("emissions/pending"))).allMatch(name -> name.matches("[^.].*\\.json"));
        System.out.printf("%d kills during %d changes: equal, %d rules, %.0f s%n", kills, changes,
                truth.skills.findValues("id").size(), (System.nanoTime() - began) / 1e9);
    }

    private record Truth(JsonNode skills, String agents, String claude) {}

    /** What a home that knows nothing makes of the files as they are, in a clone. */
    private Truth truth() throws IOException {
        Repository clone = Repository.at(folder.resolve("fresh"));
        clone.git("remote", "add", "origin", REMOTE);
        for (Path entry : Samples.entries(repository.entry("."))) {
            Files.copy(entry, clone.entry(entry.getFileName().toString()));
        }
        Machine fresh = machine.home(folder.resolve("fresh-home"));
        fresh.result(clone.root(), "sync");
        return new Truth(fresh.run(clone.root(), "skills", "--format", "json").json().at("/skills"), clone.agents(),
                clone.claude());
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
