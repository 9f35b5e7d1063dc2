package dev.buildlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code export} as users of the Python tool call it. */
class ExportCommandTest {

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void aJournal() {
        desk = Desk.in(folder);
        desk.write("buildlog/2026-03-01-work.md", """
                # Work

                ## Improvements

                ### Workflow

                - Run tests before commit
                """);
        desk.run("sync");
    }

    @Test
    void withoutAPlaceRowsGoToStdout() throws IOException {
        assertThat(desk.run("export", "--format", "jsonl", "--tables", "rule, insight")).isEqualTo(ExitCode.DONE);
        assertThat(desk.err()).isEmpty();
        assertThat(desk.out().lines()).contains("--- rule ---", "--- insight ---").hasSize(4);
        JsonNode rule = new ObjectMapper().readTree(desk.out().lines().skip(1).findFirst().orElseThrow());
        assertThat(rule.isObject()).isTrue();
    }

    @Test
    void theOptionNamesThePlaceToo() {
        Path place = folder.resolve("out");
        assertThat(desk.run("export", "-o", place.toString())).isEqualTo(ExitCode.DONE);
        assertThat(place.resolve("manifest.json")).exists();
        assertThat(desk.run("export", "--output", place.toString())).as("it is there already").isEqualTo(ExitCode.FAILED);
        assertThat(desk.run("export", "a", "-o", "b")).isEqualTo(ExitCode.USAGE);
        assertThat(desk.err()).contains("say once where to");
        assertThat(desk.run("export", "--format", "csv")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aProgramIsToldWhereItIs() throws IOException {
        JsonNode said = desk.json("export", "--json", "--tables", "rule");
        Path place = Path.of(said.path("output").asText());
        assertThat(place.getParent().getFileName().toString()).startsWith("buildlog-export-");
        assertThat(Files.readAllLines(place.resolve("rule.jsonl"))).hasSize(said.at("/tables/rule").asInt()).hasSize(1);
        for (String file : new String[] {"rule.jsonl", "manifest.json", "", ".."}) {
            Files.delete(place.resolve(file).normalize());
        }
    }
}
