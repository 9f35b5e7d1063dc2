package dev.buildlog.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM while there is work in hand. */
class StopIT {

    private static final int FILES = 60;

    @TempDir
    Path folder;

    private Machine machine;
    private Repository repository;

    @BeforeEach
    void prepare() {
        machine = Machine.in(folder);
        repository = Repository.at(folder.resolve("shop"));
    }

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void aServiceThatIsToldToStopFinishesWhatItAcknowledged() {
        ServiceProcess service = machine.serve(repository.root());
        String project = service.get("/api/v1/projects").at("/projects/0/id").asText();
        List<String> acknowledged = new ArrayList<>();
        CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> submitUntilRefused(service, project, acknowledged));
        IntStream.range(0, FILES).forEach(i -> repository.write("2026-03-01-work-" + i + ".md",
                Repository.text("Count shelf " + i + " on Friday")));
        await().atMost(Duration.ofSeconds(30)).until(() -> repository.claude().contains("Count shelf"));

        Run stopped = service.stop();
        sender.join();
        assertThat(stopped.code()).as("as every program that SIGTERM ends").isEqualTo(143);
        assertThat(stopped.err().lines().filter(line -> !line.contains("no room in")).toList())
                .noneMatch(line -> line.contains("Exception") || line.contains("WARN") || line.contains("ERROR")
                        || line.startsWith("\tat "));
        assertThat(acknowledged).isNotEmpty();

        ServiceProcess again = machine.serve(repository.root());
        assertThat(again.get("/api/v1/projects/" + project + "/rules").findValues("sources").toString()).contains(acknowledged);
        await().atMost(Duration.ofSeconds(30)).until(() -> IntStream.range(0, FILES)
                .allMatch(i -> repository.claude().contains("Count shelf " + i + " ")));
        assertThat(again.health().at("/dead_letters").asInt()).isZero();
        again.stop();
        assertThat(machine.result(repository.root(), "rebuild")).contains("identical");
    }

    @Test
    void aServiceThatIsToldToStopWhileItStartsStops() {
        Started started = machine.starting(repository.root());
        await().atMost(Duration.ofSeconds(30)).until(() -> java.nio.file.Files.exists(machine.home().resolve("service.lock")));
        started.process().destroy();
        assertThat(Machine.finish(started)).satisfies(run -> {
            assertThat(run.code()).isEqualTo(143);
            assertThat(run.err()).doesNotContain("Exception", "\tat ");
        });
        assertThat(machine.serve(repository.root()).health().at("/ready").asBoolean()).isTrue();
    }

    private static void submitUntilRefused(ServiceProcess service, String project, List<String> acknowledged) {
        try {
            for (int i = 0; ; i++) {
                String text = Repository.text("Rotate certificate number " + i + " by hand").replace("\n", "\\n");
                if (service.submit(project, "{\"key\": \"ci-" + i + "\", \"text\": \"" + text + "\"}") != 201) {
                    return;
                }
                acknowledged.add("submitted/ci-" + i);
            }
        } catch (java.io.UncheckedIOException gone) {
            // nothing was acknowledged to this one
        }
    }
}
