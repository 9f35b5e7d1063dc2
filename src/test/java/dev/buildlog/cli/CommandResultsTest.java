package dev.buildlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exit codes, results and messages of the commands, with and without a journal. */
class CommandResultsTest {

    @TempDir
    static Path folder;

    private static Desk desk;
    private static Desk bare;

    @BeforeAll
    static void write() {
        desk = desk("with a journal");
        desk.write("buildlog/2026-03-01-parser.md",
                "# Work\n\n## Improvements\n\n### Workflow\n\n- Pin the grammar before upgrading the parser\n");
        bare = desk("bare");
    }

    private static Desk desk(String name) {
        return Desk.in(folder.resolve(name)).with("BUILDLOG_EMBEDDINGS_BACKEND", "token");
    }

    private static void refused(int code, String... command) {
        assertThat(desk.run(command)).as("%s", List.of(command)).isEqualTo(code);
        assertThat(desk.out()).as("%s", List.of(command)).isEmpty();
        assertThat(desk.err()).as("%s", List.of(command)).isNotBlank().doesNotContain("Exception", "\tat ", "Unexpected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"distill", "skills --format json", "skills --format settings", "stats --json"})
    void withoutAJournalTheSameKeysAndAWord(String command) {
        JsonNode without = bare.json(command.split(" "));
        JsonNode with = desk.json(command.split(" "));

        assertThat(bare.err()).isEmpty();
        assertThat(without.at("/initialized").isBoolean()).isTrue();
        assertThat(without.at("/initialized").asBoolean()).isFalse();
        assertThat(without.at("/message").asText()).contains("buildlog init");
        with.fieldNames().forEachRemaining(name -> assertThat(without.has(name)).as(name).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync --json", "skills --format json", "distill", "stats --json", "list --json", "rebuild --json",
        "routes list --json", "routes validate --json", "dead-letters list --json", "trust --list --json",
        "config list --json"})
    void resultsGoToStdoutAndParse(String command) {
        assertThat(desk.json(command.split(" ")).isContainerNode()).isTrue();
        assertThat(desk.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "distill --format xml", "distill --since yesterday", "skills --min-frequency many",
        "serve --port", "sync --nonsense", ""})
    void wrongUsageIsTwo(String command) {
        refused(ExitCode.USAGE, command.isEmpty() ? new String[0] : command.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-D nonsense=1 sync", "-D http.port=abc serve", "-D publish.auto=loud skills"})
    void badSettingsAre78(String command) {
        refused(ExitCode.BAD_CONFIGURATION, command.split(" "));
        assertThat(desk.err()).contains(command.split("[ =]")[1]);
    }

    @Test
    void failuresAreOne() {
        for (List<String> command : List.of(List.of("-C", folder.resolve("none").toString(), "sync"),
                List.of("dead-letters", "show", "99"), List.of("routes", "eject", "nonsense"),
                List.of("sync", "--explain", "/etc/passwd"))) {
            refused(ExitCode.FAILED, command.toArray(String[]::new));
        }
    }

    @Test
    void evalScoresTheRoutesAndRecordsNothing() throws IOException {
        Path sets = Files.createDirectories(folder.resolve("sets"));
        Files.writeString(sets.resolve("dedup-pairs.tsv"), "id\tlabel\tkind\ta\tb\n"
                + "p1\tsame\treworded\tClose the socket after the last read\tClose a socket after the last read\n"
                + "p2\tdifferent\tnegation\tRetry failed payments\tNever retry failed payments\n");
        Desk fresh = desk("evaluated");

        assertThat(fresh.json("eval", sets.toString(), "--predictions", "out.jsonl", "--json").at("/pairs/accuracy").asDouble())
                .isEqualTo(1);
        assertThat(fresh.read("out.jsonl").lines()).hasSize(2)
                .allMatch(line -> line.startsWith("{\"set\":\"pairs\"") && line.contains("\"right\":true"));
        assertThat(fresh.run("eval", sets.toString())).isEqualTo(ExitCode.DONE);
        assertThat(fresh.out()).contains("rightly reworded", "falsely negation");
        assertThat(fresh.run("eval", sets.toString(), "--backend", "nonsense")).isEqualTo(ExitCode.BAD_CONFIGURATION);
        assertThat(fresh.json("dead-letters", "list", "--json")).as("a trial leaves nothing behind").isEmpty();
    }
}
