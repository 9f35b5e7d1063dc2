package dev.buildlog.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exit codes and streams of the commands, with and without a journal. */
class CommandsIT {

    @TempDir
    static Path folder;

    private static Machine machine;
    private static Repository repository;
    private static Path bare;

    @BeforeAll
    static void write() throws Exception {
        machine = Machine.in(folder);
        bare = Files.createDirectories(folder.resolve("bare"));
        repository = Repository.at(folder.resolve("shop"));
        repository.write("2026-03-01-parser.md", Repository.text("Pin the grammar before upgrading the parser"));
    }

    @AfterAll
    static void close() {
        machine.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"distill", "skills --format json", "skills --format settings", "stats --json"})
    void withoutAJournalTheSameKeysAndAWord(String command) {
        Run without = machine.run(bare, command.split(" "));
        Run with = machine.run(repository.root(), command.split(" "));

        assertThat(without).extracting(Run::code, Run::err).containsExactly(0, "");
        assertThat(without.json().at("/initialized").isBoolean()).isTrue();
        assertThat(without.json().at("/initialized").asBoolean()).isFalse();
        assertThat(without.json().at("/message").asText()).contains("buildlog init");
        with.json().fieldNames().forEachRemaining(name -> assertThat(without.json().has(name)).as(name).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync --json", "skills --format json", "distill", "stats --json", "list --json", "rebuild --json",
        "routes list --json", "routes validate --json", "dead-letters list --json", "trust --list --json",
        "config list --json"})
    void resultsGoToStdoutAndParse(String command) {
        Run run = machine.run(repository.root(), command.split(" "));

        assertThat(run).extracting(Run::code, Run::err).containsExactly(0, "");
        assertThat(run.json().isContainerNode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "distill --format xml", "distill --since yesterday", "skills --min-frequency many",
        "serve --port", "sync --nonsense", ""})
    void wrongUsageIsTwo(String command) {
        Run run = machine.run(repository.root(), command.isEmpty() ? new String[0] : command.split(" "));

        assertThat(run).extracting(Run::code, Run::out).containsExactly(2, "");
        assertThat(run.err()).isNotBlank().doesNotContain("Exception", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-D nonsense=1 sync", "-D http.port=abc serve", "-D publish.auto=loud skills"})
    void badSettingsAre78(String command) {
        Run run = machine.run(repository.root(), command.split(" "));

        assertThat(run).extracting(Run::code, Run::out).containsExactly(78, "");
        assertThat(run.err()).contains(command.split("[ =]")[1]).doesNotContain("Exception", "\tat ");
    }

    @Test
    void failuresAreOne() {
        for (List<String> command : List.of(List.of("-C", folder.resolve("none").toString(), "sync"),
                List.of("dead-letters", "show", "99"), List.of("routes", "eject", "nonsense"),
                List.of("sync", "--explain", "/etc/passwd"))) {
            Run run = machine.run(repository.root(), command.toArray(String[]::new));
            assertThat(run).as("%s", command).extracting(Run::code, Run::out).containsExactly(1, "");
            assertThat(run.err()).as("%s", command).isNotBlank().doesNotContain("Exception", "\tat ", "Unexpected");
        }
    }

    @Test
    void evalScoresTheRoutesAndRecordsNothing() throws IOException {
        Path sets = Files.createDirectories(folder.resolve("sets"));
        Files.writeString(sets.resolve("dedup-pairs.tsv"), "id\tlabel\tkind\ta\tb\n"
                + "p1\tsame\treworded\tClose the socket after the last read\tClose a socket after the last read\n"
                + "p2\tdifferent\tnegation\tRetry failed payments\tNever retry failed payments\n");
        Path fresh = Repository.at(folder.resolve("evaluated")).root();

        Run run = machine.run(fresh, "eval", sets.toString(), "--predictions", "out.jsonl", "--json");

        assertThat(run.code()).isZero();
        assertThat(run.json().at("/pairs/accuracy").asDouble()).isEqualTo(1);
        assertThat(Files.readAllLines(fresh.resolve("out.jsonl"))).hasSize(2)
                .allMatch(line -> line.startsWith("{\"set\":\"pairs\"") && line.contains("\"right\":true"));
        assertThat(machine.run(fresh, "eval", sets.toString()).out()).contains("rightly reworded", "falsely negation");
        assertThat(machine.run(fresh, "eval", sets.toString(), "--backend", "nonsense").code()).isEqualTo(78);
        assertThat(machine.run(fresh, "dead-letters", "list", "--json").json()).as("a trial leaves nothing behind").isEmpty();
    }

    @Test
    void aReaderThatHasSeenEnoughIsNoFailure() {
        for (String command : List.of("--version", "skills --format json", "--help")) {
            Run run = Machine.finish(machine.begin(repository.root(), List.of("sh", "-c",
                    "'" + Machine.DISTRIBUTION.resolve("bin/buildlog") + "' " + command + " | head -n 1")));
            assertThat(run).as(command).extracting(Run::code, Run::err).containsExactly(0, "");
            assertThat(run.out().lines()).as(command).hasSize(1);
        }
    }

    @Test
    void aFirstHour() {
        Path fresh = Repository.at(folder.resolve("first hour")).root();
        assertThat(machine.run(fresh, "init").code()).isZero();
        assertThat(machine.run(fresh, "new", "my first day", "--date", "2026-03-01").out()).contains("2026-03-01-my-first-day");
        JsonNode entries = machine.run(fresh, "list", "--json").json();
        assertThat(entries.toString()).contains("2026-03-01-my-first-day.md");
        assertThat(machine.run(fresh, "skills", "--format", "json").json().at("/source_entries").asInt()).isEqualTo(1);
        assertThat(machine.run(fresh, "skills", "--format", "json").json().at("/total_skills").asInt())
                .as("placeholders of the template are no rules").isZero();
    }
}
