package dev.buildlog.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Out of one ledger and into another one: the same facts, and so the same folds. */
class ExportTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private TestLedger ledger;

    @BeforeEach
    void fill() {
        ledger = TestLedger.open(folder.resolve("one"));
        FullLedger.fill(ledger);
        ledger.rebuild();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void everyTableThatTravelsHasARowHere() {
        assertThat(MovedLedger.filled(ledger)).containsExactlyElementsOf(MovedLedger.facts(ledger).keySet());
    }

    @Test
    void factsAndFoldsAreTheSameAfterwardsAndTwiceIsHarmless() throws IOException {
        for (String name : List.of("plain", "packed.zip")) {
            Path target = folder.resolve(name);
            export(ledger, target);
            try (TestLedger other = TestLedger.open(folder.resolve("home of " + name))) {
                assertThat(read(other, target).get("insight")).isEqualTo(ledger.count("insight"));
                assertThat(MovedLedger.facts(other)).isEqualTo(MovedLedger.facts(ledger));
                assertThat(MovedLedger.folds(other)).isEqualTo(MovedLedger.folds(ledger)).isNotEmpty();
                assertThat(other.rebuild()).isEmpty();
                assertThat(read(other, target).values()).containsOnly(0L);
                assertThat(MovedLedger.facts(other)).isEqualTo(MovedLedger.facts(ledger));
            }
        }
    }

    @Test
    void anotherLedgerKeepsWhatItHad() throws IOException {
        Path target = folder.resolve("out");
        export(ledger, target);
        try (TestLedger other = TestLedger.open(folder.resolve("two"))) {
            other.record(TestLedger.entry(TestLedger.CLONE, "2026-01-09-z.md", 1, "Pin what CI runs", "Never push on a Friday"));
            read(other, target);
            assertThat(other.rules()).extracting(rule -> rule.text()).contains("Never push on a Friday", FullLedger.RETRY);
            assertThat(other.rule("Pin every action that CI runs").frequency()).isEqualTo(2);
            assertThat(other.rebuild()).isEmpty();
        }
    }

    @Test
    void theManifestCountsAndEveryTableIsThere() throws IOException {
        Path target = folder.resolve("out");
        Map<String, Long> rows = export(ledger, target);
        JsonNode tables = new ObjectMapper().readTree(target.resolve("manifest.json").toFile()).path("tables");
        assertThat(rows.keySet()).containsExactlyInAnyOrderElementsOf(Tables.kinds().keySet()).hasSize(tables.size());
        assertThat(tables.path("insight").path("rows").asLong()).isEqualTo(ledger.count("insight"));
        assertThat(tables.path("rule").path("kind").asText()).isEqualTo("fold");
        assertThat(Files.readAllLines(target.resolve("reward.jsonl"))).singleElement().asString().contains("\"rew-1\"");
    }

    @Test
    void aProjectOrATimeLeavesOutWhatIsNotItsOwn() throws IOException {
        ledger.register("ffffffffffff");
        Path other = folder.resolve("other");
        new Export(ledger.ledger, "test").write(other, new Export.Wish(Set.of(), "ffffffffffff", null), NOW);
        assertThat(other.resolve("insight.jsonl")).isEmptyFile();
        assertThat(Files.readAllLines(other.resolve("project.jsonl"))).hasSize(1);
        Path late = folder.resolve("late");
        new Export(ledger.ledger, "test").write(late, new Export.Wish(Set.of(), null, TestLedger.at(8)), NOW);
        assertThat(late.resolve("review.jsonl")).isEmptyFile();
        assertThat(late.resolve("citation.jsonl")).isEmptyFile();
        assertThat(Files.readAllLines(late.resolve("reward.jsonl"))).hasSize(1);
        try (TestLedger fresh = TestLedger.open(folder.resolve("fresh"))) {
            read(fresh, late);
            assertThat(fresh.count("reward")).isEqualTo(1);
        }
    }

    @Test
    void whatIsNotAsItWasWrittenIsRefusedWhole() throws IOException {
        Path target = folder.resolve("out");
        export(ledger, target);
        Files.writeString(target.resolve("statement.jsonl"), Files.readString(target.resolve("statement.jsonl"))
                .replace("instant", "minute"));
        try (TestLedger other = TestLedger.open(folder.resolve("two"))) {
            assertThatThrownBy(() -> read(other, target)).isInstanceOf(BuildlogException.class)
                    .hasMessageContaining("statement.jsonl").hasMessageContaining("Nothing was changed");
            assertThat(other.count("entry")).isZero();
            assertThatThrownBy(() -> read(other, folder.resolve("one"))).hasMessageContaining("no export");
            assertThatThrownBy(() -> read(other, folder.resolve("nowhere"))).hasMessageContaining("not there");
        }
    }

    @Test
    void aPartThatRefersToTheRestSaysSo() throws IOException {
        Path target = folder.resolve("out");
        new Export(ledger.ledger, "test").write(target, new Export.Wish(Set.of("insight"), null, null), NOW);
        try (TestLedger other = TestLedger.open(folder.resolve("two"))) {
            assertThatThrownBy(() -> read(other, target)).isInstanceOf(BuildlogException.class)
                    .hasMessageContaining("insight.jsonl:1").hasMessageContaining("export that table too");
        }
        assertThatThrownBy(() -> export(ledger, target)).hasMessageContaining("already");
        assertThatThrownBy(() -> new Export(ledger.ledger, "test").write(folder.resolve("x"),
                new Export.Wish(Set.of("insigth"), null, null), NOW)).hasMessageContaining("insight");
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void rowsThatArePrintedAreThoseOfTheFiles() throws IOException {
        Path target = folder.resolve("out");
        export(ledger, target);
        List<String> printed = new ArrayList<>();
        new Export(ledger.ledger, "test").print(new Export.Wish(Set.of("reward", "rule"), null, null), printed::add);
        List<String> files = new ArrayList<>();
        for (String table : printed.stream().filter(line -> line.startsWith("---")).toList()) {
            files.add(table);
            files.addAll(Files.readAllLines(target.resolve(table.replace("-", "").strip() + ".jsonl")));
        }
        assertThat(printed).isEqualTo(files).contains("--- reward ---", "--- rule ---").hasSizeGreaterThan(3);
        assertThatThrownBy(() -> new Export(ledger.ledger, "test").print(new Export.Wish(Set.of("rewards"), null, null),
                printed::add)).hasMessageContaining("did you mean 'reward'");
    }

    @Test
    void howMuchIsDoneIsToldUpToTheEnd() {
        Path target = folder.resolve("out");
        List<Integer> written = new ArrayList<>();
        new Export(ledger.ledger, "test").write(target, Export.Wish.ALL, NOW, written::add);
        assertThat(written).isSorted().doesNotHaveDuplicates().endsWith(100);
        try (TestLedger other = TestLedger.open(folder.resolve("two"))) {
            List<Integer> taken = new ArrayList<>();
            new Import(other.ledger, TestLedger.BACKENDS).read(target, taken::add);
            assertThat(taken).isSorted().contains(50).endsWith(100);
        }
    }

    private static Map<String, Long> export(TestLedger ledger, Path target) {
        return new Export(ledger.ledger, "test").write(target, Export.Wish.ALL, NOW);
    }

    private static Map<String, Long> read(TestLedger ledger, Path source) {
        return new Import(ledger.ledger, TestLedger.BACKENDS).read(source);
    }
}
