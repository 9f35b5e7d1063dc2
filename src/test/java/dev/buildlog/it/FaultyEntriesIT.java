package dev.buildlog.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.nio.file.attribute.PosixFilePermission;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no entries, or far too much of them: named in a message, and the rest goes on. */
class FaultyEntriesIT {

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
    void whatIsNoEntryIsNamedAndTheRestGoesOn() throws Exception {
        // a journal on a machine without a UTF-8 locale
        ServiceProcess service = machine.with("LANG", "C").serve(repository.root());
        Files.write(repository.entry("2026-03-01-latin.md"), "# Café\n".getBytes(StandardCharsets.ISO_8859_1));
        try (RandomAccessFile sparse = new RandomAccessFile(repository.entry("2026-03-02-huge.md").toFile(), "rw")) {
            sparse.setLength(100L << 20);
        }
        Files.createDirectories(repository.entry("2026-03-03-folder.md"));
        assertThat(Machine.finish(machine.begin(folder, List.of("mkfifo", repository.entry("2026-03-04-pipe.md").toString())))
                .code()).isZero();
        Files.createSymbolicLink(repository.entry("2026-03-05-out.md"), Path.of("/etc/passwd"));
        repository.write("2026-02-30-no-such-day.md", Repository.text("Never on that day"));
        repository.write("2026-03-07-größe und maß 測試.md", Repository.text("Weigh every crate twice"));
        repository.write("2026-03-08-good.md", Repository.text("Lock the ramp at night"));

        eventually(() -> assertThat(repository.agents()).contains("Weigh every crate twice", "Lock the ramp at night"));
        List<String> bad = List.of("2026-03-01-latin.md", "2026-03-02-huge.md", "2026-03-03-folder.md",
                "2026-03-04-pipe.md", "2026-03-05-out.md");
        for (String name : bad) {
            eventually(() -> assertThat(service.health().at("/problems").toString()).contains(name));
            assertThat(service.errText()).contains(name);
        }
        assertThat(repository.agents()).doesNotContain("root:", "Never on that day");

        Run sync = machine.with("LANG", "C").run(repository.root(), "sync");
        assertThat(sync.code()).isEqualTo(1);
        assertThat(sync.err()).contains(bad).contains("2026-02-30-no-such-day.md").doesNotContain("Exception", "\tat ");
        Files.write(repository.entry("2026-03-01-latin.md"), Repository.text("Serve the café first").getBytes(StandardCharsets.UTF_8));
        eventually(() -> assertThat(repository.agents()).contains("Serve the café first"));
        assertThat(service.health().at("/problems").toString()).doesNotContain("latin");
        assertThat(service.health().at("/dead_letters").asInt()).isZero();
    }

    @Test
    void aFileThatMayNotBeRead() throws Exception {
        repository.write("2026-03-01-secret.md", Repository.text("Whisper"));
        repository.write("2026-03-02-open.md", Repository.text("Speak up in reviews"));
        Files.setPosixFilePermissions(repository.entry("2026-03-01-secret.md"), Set.<PosixFilePermission>of());
        assumeThat(Files.isReadable(repository.entry("2026-03-01-secret.md"))).as("root may read everything").isFalse();
        Run sync = machine.run(repository.root(), "sync");
        assertThat(sync.code()).isEqualTo(1);
        assertThat(sync.err()).contains("2026-03-01-secret.md");
        assertThat(repository.agents()).contains("Speak up in reviews");
    }

    @Test
    void fiveHundredFilesAtOnce() {
        many(500);
    }

    @Test
    @Tag("faults-full")
    void tenThousandFilesAtOnce() {
        many(10_000);
    }

    private void many(int files) {
        // AGENTS.md is cut where one of its readers would cut it, and no more is drawn than every file has room for
        ServiceProcess service = machine.with("BUILDLOG_PUBLISH_TARGETS", "claude_md").serve(repository.root());
        for (int i = 0; i < files; i++) {
            repository.write("2026-03-" + (10 + i % 20) + "-work-" + i + ".md",
                    Repository.text(sentence(i)));
        }
        String project = service.get("/api/v1/projects").at("/projects/0/id").asText();
        await().atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofMillis(500)).until(() ->
                service.get("/api/v1/projects/" + project + "/rules").at("/rules").size() == files);
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            String text = repository.claude();
            return IntStream.range(0, files).allMatch(i -> text.contains(sentence(i)));
        });
        assertThat(service.stop().code()).isEqualTo(143);
        assertThat(machine.run(repository.root(), "sync", "--json").json().at("/entries")).as("left to read").isEmpty();
        assertThat(machine.run(repository.root(), "distill").json().at("/statistics/total_patterns").asInt()).isEqualTo(files);
    }

    @Test
    @Tag("faults-full")
    void anEntryWithFiftyThousandBullets() {
        ServiceProcess service = machine.with("BUILDLOG_PUBLISH_TARGETS", "claude_md").serve(repository.root());
        StringBuilder text = new StringBuilder(Repository.text());
        for (int i = 0; i < 50_000; i++) {
            text.append("- ").append(sentence(i)).append('\n');
        }
        repository.write("2026-03-01-endless.md", text.toString());
        repository.write("2026-03-02-good.md", Repository.text("Lock the ramp at night"));

        await().atMost(Duration.ofMinutes(4)).until(() -> repository.claude().contains(sentence(49_999))
                && repository.claude().contains("Lock the ramp at night"));
        assertThat(service.health().at("/dead_letters").asInt()).isZero();
    }

    /** A sentence for each number that shares hardly a word with any other. */
    private static String sentence(int number) {
        return "Label " + word(number) + " with " + word(number + 100_000) + " and " + word(number + 200_000);
    }

    private static String word(int number) {
        StringBuilder word = new StringBuilder();
        for (int rest = number; rest > 0 || word.isEmpty(); rest /= 20) {
            word.append("bcdfghjklmnpqrstvwxz".charAt(rest % 20)).append("aeiou".charAt(rest % 5));
        }
        return word.toString();
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50)).untilAsserted(assertion);
    }
}
