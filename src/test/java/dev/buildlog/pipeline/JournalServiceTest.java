package dev.buildlog.pipeline;

import static dev.buildlog.pipeline.Running.eventually;
import static dev.buildlog.pipeline.Workshop.entry;
import static dev.buildlog.pipeline.Workshop.read;
import static dev.buildlog.pipeline.Workshop.write;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people and programs do to journal files, and what agents then read. Every test has a repository of its own. */
class JournalServiceTest {

    private static final String PIN = "Pin the grammar before upgrading the parser";
    private static final String LOG = "Write one log line per retry of the mailer";

    @TempDir
    static Path folder;

    private static Workshop workshop;
    private static Running running;

    @BeforeAll
    static void start() throws IOException {
        workshop = new Workshop(folder);
        Path late = Files.createDirectories(folder.toRealPath().resolve("late"));
        running = workshop.serve(Stream.concat(Stream.of(late),
                Stream.of("saved", "renamed", "half", "editor", "many", "vanishing", "odd").map(workshop::repository))
                .toArray(Path[]::new));
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    private static Path root(String name) {
        return workshop.folder(name);
    }

    private static Path day(String name, int day) {
        return root(name).resolve("buildlog/2026-03-%02d-work.md".formatted(day));
    }

    private static void shows(String repository, String... texts) {
        eventually(() -> {
            assertThat(read(root(repository).resolve("AGENTS.md"))).contains(texts);
            assertThat(read(root(repository).resolve("CLAUDE.md"))).contains(texts);
        });
    }

    private static void showsNo(String repository, String text) {
        eventually(() -> {
            assertThat(read(root(repository).resolve("AGENTS.md"))).doesNotContain(text);
            assertThat(read(root(repository).resolve("CLAUDE.md"))).doesNotContain(text);
        });
    }

    @Test
    void savedThenEditedThenDeleted() throws IOException {
        write(day("saved", 1), entry(PIN));
        shows("saved", PIN);
        write(day("saved", 1), entry(LOG));
        shows("saved", LOG);
        showsNo("saved", PIN);
        write(day("saved", 2), entry(PIN));
        shows("saved", LOG, PIN);
        Files.delete(day("saved", 1));
        showsNo("saved", LOG);
        shows("saved", PIN);
    }

    @Test
    void aRenamedEntryIsNoSecondPieceOfEvidence() throws IOException {
        write(day("renamed", 1), entry(PIN));
        eventually(() -> assertThat(running.rules(root("renamed"))).hasSize(1));
        Path renamed = root("renamed").resolve("buildlog/2026-03-01-other.md");
        Files.move(day("renamed", 1), renamed);
        eventually(() -> assertThat(running.rules(root("renamed")).findValues("sources").toString())
                .contains("2026-03-01-other.md").doesNotContain("work.md"));
        assertThat(running.rules(root("renamed"))).singleElement()
                .satisfies(rule -> assertThat(rule.get("frequency").asInt()).isEqualTo(1));
    }

    @Test
    void aHalfWrittenEntryEndsUpWhole() throws IOException {
        byte[] text = entry(PIN, LOG).getBytes(UTF_8);
        Path file = day("half", 1);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(text, 0, text.length / 2);
            out.flush();
            eventually(() -> assertThat(running.core().known().of(running.project(root("half")),
                    running.core().repositories().locate(root("half")).holder())).isNotEmpty());
            out.write(text, text.length / 2, text.length - text.length / 2);
        }
        shows("half", PIN, LOG);
        eventually(() -> assertThat(running.rules(root("half"))).hasSize(2));
    }

    @Test
    void anEditorThatSavesThroughATemporaryFile() throws IOException {
        write(day("editor", 1), entry(PIN));
        shows("editor", PIN);
        Path temporary = root("editor").resolve("buildlog/.2026-03-01-work.md.swp");
        write(temporary, entry(LOG));
        Files.move(temporary, day("editor", 1), StandardCopyOption.ATOMIC_MOVE);
        shows("editor", LOG);
        showsNo("editor", PIN);
        assertThat(running.rules(root("editor"))).hasSize(1);
    }

    @Test
    void threeHundredFilesAtOnce() {
        for (int i = 0; i < 300; i++) {
            write(root("many").resolve("buildlog/2026-%02d-%02d-work-%d.md".formatted(1 + i % 3, 1 + i % 28, i)),
                    entry(PIN) + "\nNumber " + i + ".\n");
        }
        eventually(() -> assertThat(running.rules(root("many"))).singleElement()
                .satisfies(rule -> assertThat(rule.get("frequency").asInt()).isEqualTo(300)));
        shows("many", PIN);
    }

    @Test
    void aJournalThatAppearsLater() {
        write(day("late", 1), entry(PIN));
        shows("late", PIN);
        write(day("late", 2), entry(LOG));
        shows("late", LOG);
    }

    @Test
    void aJournalThatVanishesAndReturns() throws IOException {
        write(day("vanishing", 1), entry(PIN));
        shows("vanishing", PIN);
        Path aside = root("vanishing").resolve("aside");
        Files.move(root("vanishing").resolve("buildlog"), aside);
        showsNo("vanishing", PIN);
        Files.move(aside, root("vanishing").resolve("buildlog"));
        shows("vanishing", PIN);
        write(day("vanishing", 2), entry(LOG));
        shows("vanishing", LOG);
    }

    @Test
    void whatCannotBeReadIsNamedAndTheRestGoesOn() throws IOException {
        Files.write(day("odd", 1), new byte[] {'#', ' ', (byte) 0xC3, (byte) 0x28});
        Files.createDirectory(day("odd", 2));
        write(root("odd").resolve("buildlog/2026-03-03-Grüße & mehr.md"), entry(PIN));
        eventually(() -> assertThat(running.problems()).contains("2026-03-01-work.md", "2026-03-02-work.md"));
        shows("odd", PIN);
        write(day("odd", 1), entry(LOG));
        shows("odd", LOG);
        eventually(() -> assertThat(running.problems()).doesNotContain("2026-03-01-work.md"));
    }
}
