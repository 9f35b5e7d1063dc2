package dev.buildlog.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exit codes and streams of the commands as a shell meets them; the rest of them is tried in one process. */
class CommandsIT {

    @TempDir
    static Path folder;

    private static Machine machine;
    private static Repository repository;

    @BeforeAll
    static void write() {
        machine = Machine.in(folder);
        repository = Repository.at(folder.resolve("shop"));
        repository.write("2026-03-01-parser.md", Repository.text("Pin the grammar before upgrading the parser"));
    }

    @AfterAll
    static void close() {
        machine.close();
    }

    @ParameterizedTest
    @CsvSource({"sync --json,0", "nonsense,2", "-D http.port=abc serve,78", "dead-letters show 99,1"})
    void exitCodesAndStreamsReachTheShell(String command, int code) {
        Run run = machine.run(repository.root(), command.split(" "));

        assertThat(run.code()).isEqualTo(code);
        if (code == 0) {
            assertThat(run.err()).isEmpty();
            assertThat(run.json().isContainerNode()).isTrue();
        } else {
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).isNotBlank().doesNotContain("Exception", "\tat ", "Unexpected");
        }
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
