package dev.buildlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names, ids and paths that somebody steers: a clear answer, and nothing touched outside. */
class HostileNamesTest {

    @TempDir
    static Path folder;

    private static final KeptOpen KEPT = new KeptOpen();
    private static Desk desk;

    /** One repository and one process for all names: each is to leave it as it was for the next. */
    @BeforeAll
    static void work() {
        desk = Desk.in(folder).with("HOME", folder.resolve("person").toString()).keeping(KEPT);
        desk.write("buildlog/2026-03-01-work.md", "# Work\n\n## Improvements\n\n### Workflow\n\n- Run tests before commit\n");
        desk.write("buildlog/findings.json", "[]");
        desk.run("sync");
    }

    @AfterAll
    static void close() {
        KEPT.close();
    }

    static Stream<String> names() {
        return Stream.of("..", "../../escape", "/etc/passwd", "a b c", "it's \"quoted\"", "two\nlines", "x".repeat(300),
                "größer-日本語", "\u0007bell", "$(touch pwned)", "%s%n", "--", "", "a\u0000b", "\u202Egnp.exe");
    }

    /** Commands that take a name, with the place of the name. */
    private static List<List<String>> calls(String name) {
        return List.of(List.of("new", "--", name), List.of("new", "ok", "--date", name), List.of("explain", "--", name),
                List.of("rule", "--", name), List.of("promote", "--", name), List.of("promote", "wf-0", "--target", name),
                List.of("sync", "--explain", name), List.of("gauntlet", "rules", "-p", name),
                List.of("gauntlet", "loop", "--", name),
                List.of("gauntlet", "learn", "buildlog/findings.json", "--source", name), List.of("reward", "--", name),
                List.of("reward", "accepted", "-s", name), List.of("experiment", "end", "--session", name),
                List.of("config", "get", "--", name), List.of("skills", "-o", "buildlog", "--format", name),
                List.of("bandit", "history", "--rule", name), List.of("service", "logs", "-n", name),
                List.of("completion", "--", name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aClearAnswerAndNothingTouchedOutside(String name) throws IOException {
        for (List<String> call : calls(name)) {
            Set<String> before = outside();
            int code = desk.run(call.toArray(String[]::new));
            assertThat(code).as("%s: %s%s", call, desk.out(), desk.err()).isIn(ExitCode.DONE, ExitCode.FAILED, ExitCode.USAGE,
                    ExitCode.BAD_CONFIGURATION);
            assertThat(desk.err()).as("%s", call).doesNotContain("Unexpected error", "Exception", "\tat ");
            assertThat(code == ExitCode.DONE || !desk.err().isBlank()).as("%s says why", call).isTrue();
            assertThat(desk.out() + desk.err()).as("%s", call).doesNotContain("\u0007", "\u202E");
            assertThat(outside()).as("%s", call).isEqualTo(before);
        }
        try (Stream<Path> entries = Files.list(desk.repository().resolve("buildlog"))) {
            assertThat(entries.map(entry -> entry.getFileName().toString())).allSatisfy(entry ->
                    assertThat(entry.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(256));
        }
    }

    @Test
    void anEntryHasTheLettersOfItsPeople(@TempDir Path another) {
        Desk fresh = Desk.in(another);
        fresh.run("init", "--defaults", "--no-hooks");
        assertThat(fresh.run("new", "Größer 日本語", "--date", "2026-03-05")).isEqualTo(ExitCode.DONE);
        assertThat(fresh.repository().resolve("buildlog/2026-03-05-größer-日本語.md")).exists();
    }

    /** Everything in the folder but what belongs to the repository's journal and to the home. */
    private static Set<String> outside() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(folder::relativize).filter(path -> !path.startsWith("home") && !path.startsWith("shop/buildlog")
                    && !path.startsWith("shop/.buildlog")).map(Path::toString).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
