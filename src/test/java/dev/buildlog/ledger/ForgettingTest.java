package dev.buildlog.ledger;

import static dev.buildlog.ledger.TestLedger.MAIN;
import static dev.buildlog.ledger.TestLedger.PROJECT;
import static dev.buildlog.ledger.TestLedger.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.buildlog.consult.Usage;
import dev.buildlog.curate.RuleId;
import dev.buildlog.learn.HalfLife;
import dev.buildlog.learn.Priors;
import dev.buildlog.legacy.LegacyKind;
import dev.buildlog.legacy.LegacyRecord;
import dev.buildlog.model.ChangedFile;
import dev.buildlog.model.Commit;
import dev.buildlog.model.Decision;
import dev.buildlog.model.Deliveries;
import dev.buildlog.model.Delivery;
import dev.buildlog.model.Edge;
import dev.buildlog.model.Finding;
import dev.buildlog.model.GauntletRun;
import dev.buildlog.model.Mistake;
import dev.buildlog.model.PersonaRule;
import dev.buildlog.model.Review;
import dev.buildlog.model.Reward;
import dev.buildlog.model.RiskAcceptance;
import dev.buildlog.model.SeedDelivery;
import dev.buildlog.model.SeedReceipt;
import dev.buildlog.model.SeedRule;
import dev.buildlog.model.SessionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is forgotten stands in no column of any table, and no door lets it in again. */
class ForgettingTest {

    private static final String NAME = "Zebulon Quackenbush";
    private static final Instant NOW = TestLedger.CLOCK.instant();

    /** Columns whose words are buildlog's own or that name something. */
    private static final Set<String> VOCABULARY = Set.of("kind", "outcome", "fate", "action", "door", "type", "backend", "data",
            "blocks", "recipe", "date", "day", "key", "until_day", "policy", "tree", "session", "rules", "related_to", "corrected_by",
            "others", "relation", "category", "stop_at", "seed", "origin", "mark", "fingerprint", "said", "digest",
            "salt");

    @TempDir
    Path home;

    private TestLedger ledger;
    private Forgetting forgetting;

    @BeforeEach
    void open() {
        ledger = TestLedger.open(home);
        forgetting = new Forgetting(ledger.ledger, TestLedger.BACKENDS);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void noColumnOfAnyTableKeepsIt() {
        FullLedger.fillAll(ledger);
        int columns = ledger.ledger.write(db -> {
            int filled = 0;
            for (Table table : Tables.in(db)) {
                if (table.kind() != Table.Kind.FOLD
                        && !Set.of("flyway_schema_history", "forgotten", "vector", "passed").contains(table.name())) {
                    filled += fill(db, table);
                }
            }
            return filled;
        });
        assertThat(columns).isGreaterThan(90);
        assertThat(holding()).isNotEmpty();
        forgetting.texts(List.of(NAME), NOW);
        assertThat(ledger.ledger.read(ForgettingTest::told)).isEmpty();
        assertThat(holding()).isEmpty();
        assertThat(ledger.rebuild()).isEmpty();
        assertThat(forgetting.texts(List.of(NAME), NOW)).isZero();
    }

    /** Puts the name into every column that may hold what people wrote; gives the number of those. */
    private static int fill(JdbcTemplate db, Table table) {
        int filled = 0;
        for (String column : table.texts()) {
            boolean text = db.queryForList("select typeof(" + column + ") from " + table.name() + " limit 1", String.class)
                    .contains("text");
            if (text && !VOCABULARY.contains(column) && !column.endsWith("_at")) {
                db.update("update " + table.name() + " set " + column + " = case when " + column + " like '{%' then '{\"a\":\""
                        + NAME + "\"}' else " + column + " || ' ' || ? end", NAME);
                filled++;
            }
        }
        return filled;
    }

    /** Table and column wherever the name is told. */
    private static List<String> told(JdbcTemplate db) {
        return Tables.in(db).stream().flatMap(table -> db.queryForList("select * from " + table.name()).stream()
                .flatMap(row -> row.entrySet().stream()).filter(cell -> String.valueOf(cell.getValue()).contains("Quackenbush"))
                .map(cell -> table.name() + "." + cell.getKey())).toList();
    }

    @Test
    void noDoorLetsItInAgain() throws IOException {
        FullLedger.fillAll(ledger);
        forgetting.texts(List.of(NAME), NOW);
        everyDoor("Ask Zebulon Quackenbush before the payment tables change");
        assertThat(ledger.ledger.read(ForgettingTest::told)).isEmpty();
        assertThat(holding()).isEmpty();
        assertThat(ledger.rebuild()).isEmpty();
    }

    private void everyDoor(String text) throws IOException {
        ledger.record(TestLedger.entry(MAIN, "2026-01-20-z.md", 20, text, text + " and merge after that"));
        ledger.decisions.record(new Decision("dec-z", PROJECT, Decision.REJECT, List.of(RuleId.of("workflow",
                FullLedger.ZONE)), "", text, List.of(), false, text, at(21)));
        new Sessions(ledger.ledger).record(new SessionEvent("ses-z", PROJECT, SessionEvent.START, "", text, "/z", text, "",
                null, "", text, at(22)));
        new Sessions(ledger.ledger).record(new SessionEvent("end-z", PROJECT, SessionEvent.END, "ses-z", "", "", "", "", null,
                text, text, at(23)));
        new Mistakes(ledger.ledger).record(new Mistake("mis-z", PROJECT, text, "low", text, "", text, "", "", List.of(text), "", "",
                text, text, at(24)));
        new GauntletRuns(ledger.ledger).begin(new GauntletRun("run-z", PROJECT, "/repo", text, "", List.of(), 0, 3, "minors", "",
                text, "", at(25)), List.of(new PersonaRule("p:1", "p", new SeedRule(text, text, text, text, text, List.of(text),
                        List.of(), Map.of()))), Priors.LEARNED, 1);
        new Reviews(ledger.ledger).record(new Review("rev-z", PROJECT, "", text, "", "", text, "run-z", "", List.of(new Finding(
                "major", text, text, text, text, List.of("p:1"), Map.of("p:1", text))), at(26), text), Set.of());
        new Risks(ledger.ledger).accept(new RiskAcceptance("risk-z", PROJECT, "run-z", List.of(), text, text,
                LocalDate.parse("2027-01-01"), "", at(27)), LocalDate.parse("2026-03-01"));
        new Rewards(ledger.ledger).record(new Reward("rew-z", PROJECT, Reward.ACCEPTED, null, "rev-z", null, text, at(28)),
                new HalfLife(40));
        new Commits(ledger.ledger).record(new Commit(PROJECT, "fed", text, LocalDate.parse("2026-01-20"), at(29), text,
                List.of(new ChangedFile(text, 1, 1))));
        new Consumed(ledger.ledger).record(new Deliveries(List.of(new Delivery("z.json", text, "reward_signal", PROJECT, "",
                List.of(new Edge(text, text, "uses", 1, "{\"why\":\"" + text + "\"}")), ""))), at(30));
        SeedReceipt seed = new Seeds(ledger.ledger).record(new SeedDelivery(PROJECT, "team", "guard.yaml",
                "persona: guard\nrules:\n  - rule: " + NAME + "\n  - rule: " + text + "\n", "", "", at(31)));
        assertThat(seed.rules()).as("one of which nothing is left is none").isEqualTo(1);
        assertThat(seed.text()).doesNotContain("Quackenbush").contains("[FORGOTTEN] before the payment");
        new DeadLetters(ledger.ledger, TestLedger.CLOCK).add("entry", PROJECT, "z.md", "{\"t\":\"" + text + "\"}", text,
                "learn");
        new IdempotencyKeys(ledger.ledger, TestLedger.CLOCK).remember(PROJECT, "z", new IdempotencyKeys.Answer("h", text));
        new ModelAnswers(ledger.ledger, TestLedger.CLOCK).keep("z", new Usage(PROJECT, "extract", "m", "p", 1, 0, 1, 1, 0, 0, 1), text);
        ObjectNode fields = new ObjectMapper().createObjectNode().put("id", "old").put("timestamp", "2026-01-01T00:00:00Z")
                .put("error_class", "x").put("description", text);
        new LegacyImport(ledger.ledger).store(List.of(new LegacyRecord(PROJECT, LegacyKind.MISTAKE, "old", fields, "x:1")),
                Map.of(PROJECT, PROJECT), Map.of(), Map.of(), percent -> { });
    }

    @Test
    void aProjectThatIsForgottenIsInNoTable() {
        FullLedger.fillAll(ledger);
        ledger.register("ba9876543210");
        forgetting.project(PROJECT, NOW);
        List<String> left = ledger.ledger.read(db -> Tables.in(db).stream().flatMap(table -> db.queryForList("select * from "
                + table.name()).stream().filter(row -> row.containsValue(PROJECT)).map(row -> table.name() + row)).toList());
        assertThat(left).isEmpty();
        assertThat(ledger.rows("select id from seed")).as("what is for all projects stays").hasSize(1);
        assertThat(ledger.rows("pragma foreign_key_check")).isEmpty();
        assertThat(ledger.rebuild()).isEmpty();
    }

    @Test
    void anImportBringsNothingBackAndItsTombstonesHoldHere(@TempDir Path elsewhere) throws IOException {
        ledger.record(TestLedger.entry(MAIN, "2026-01-20-z.md", 20, "Ask Zebulon Quackenbush first"));
        Path export = elsewhere.resolve("export");
        new Export(ledger.ledger, "test").write(export, Export.Wish.ALL, NOW);
        forgetting.texts(List.of(NAME), NOW);
        new Import(ledger.ledger, TestLedger.BACKENDS).read(export);
        assertThat(holding()).isEmpty();
        Path clean = elsewhere.resolve("clean");
        new Export(ledger.ledger, "test").write(clean, Export.Wish.ALL, NOW);
        try (TestLedger other = TestLedger.open(elsewhere.resolve("home"))) {
            new Import(other.ledger, TestLedger.BACKENDS).read(export);
            assertThat(other.ledger.read(ForgettingTest::told)).isNotEmpty();
            new Import(other.ledger, TestLedger.BACKENDS).read(clean);
            assertThat(other.ledger.read(ForgettingTest::told)).isEmpty();
            assertThat(other.rebuild()).isEmpty();
        }
    }

    /** The files of the home in whose bytes the name stands. */
    private List<Path> holding() {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile).filter(file -> bytes(file).contains("quackenbush")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bytes(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).toLowerCase();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
