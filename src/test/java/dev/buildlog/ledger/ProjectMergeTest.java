package dev.buildlog.ledger;

import static dev.buildlog.ledger.TestLedger.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.learn.HalfLife;
import dev.buildlog.learn.Learned;
import dev.buildlog.learn.Outcome;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Reward;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.Test;

/** Two projects that are merged are as one that was never two. */
class ProjectMergeTest {

    private static final String OTHER = "ba9876543210";
    private static EmptyLedgers ledgers;

    @BeforeContainer
    static void makeEmptyLedger() throws IOException {
        ledgers = new EmptyLedgers();
    }

    @AfterContainer
    static void removeAll() throws IOException {
        ledgers.close();
    }

    @Property(tries = 40, seed = "1")
    void whatWasSaidOfEitherIsSaidOfOne(@ForAll("histories") List<Tuple.Tuple2<Fact, Boolean>> facts) {
        try (TestLedger split = ledgers.open(); TestLedger whole = ledgers.open()) {
            split.register(OTHER);
            for (Tuple.Tuple2<Fact, Boolean> fact : facts) {
                whole.recorder.record(fact.get1().version(), fact.get1().recipeName());
                split.recorder.record(of(fact.get1().version(), fact.get2() ? OTHER : PROJECT), fact.get1().recipeName());
            }
            new ProjectMerge(split.ledger, TestLedger.BACKENDS).merge(OTHER, PROJECT);
            assertThat(split.folds()).isEqualTo(whole.folds());
            assertThat(split.rebuild()).isEmpty();
            assertNothingLeft(split);
        }
    }

    @Property(tries = 25, seed = "2")
    void whatWasLearnedOfEitherIsLearnedOfOne(@ForAll Random random) {
        List<Outcome> outcomes = IntStream.range(0, 20).mapToObj(i -> new Outcome("o" + i, random.nextInt(30), "r"
                + random.nextInt(8), "general", List.of("wf-" + random.nextInt(3)), random.nextDouble(), HalfLife.NEVER))
                .toList();
        try (TestLedger ledger = ledgers.open()) {
            ledger.register(OTHER);
            Rewards rewards = new Rewards(ledger.ledger);
            outcomes.forEach(one -> rewards.replay(random.nextBoolean() ? OTHER : PROJECT, one, Reward.REVISION, 0.5, 0));
            new ProjectMerge(ledger.ledger, TestLedger.BACKENDS).merge(OTHER, PROJECT);
            assertThat(new Posteriors(ledger.ledger).learned(PROJECT).renamed(id -> id))
                    .isEqualTo(Learned.from(outcomes).renamed(id -> id));
            assertNothingLeft(ledger);
        }
    }

    @Test
    void theOldIdStandsForTheProjectThatStays() throws IOException {
        try (EmptyLedgers own = new EmptyLedgers(); TestLedger ledger = own.open()) {
            ledger.register(OTHER);
            Projects projects = new Projects(ledger.ledger, TestLedger.CLOCK);
            ProjectMerge merge = new ProjectMerge(ledger.ledger, TestLedger.BACKENDS);
            merge.merge(OTHER, PROJECT);
            assertThat(projects.find(OTHER).orElseThrow().id()).isEqualTo(PROJECT);
            assertThat(projects.all()).hasSize(1);
            assertThatThrownBy(() -> merge.merge(OTHER, PROJECT)).isInstanceOf(BuildlogException.class)
                    .hasMessageContaining("same project");
            assertThatThrownBy(() -> merge.merge("nobody", PROJECT)).hasMessageContaining("nobody");
        }
    }

    /** No table knows the project any more but as another name. */
    private static void assertNothingLeft(TestLedger ledger) {
        List<Table> tables = ledger.ledger.read(Tables::in);
        assertThat(tables).filteredOn(Table::hasProject).hasSizeGreaterThan(15).allSatisfy(table -> assertThat(
                ledger.rows("select * from " + table.name() + " where project_id = ?", OTHER)).as(table.name()).isEmpty());
        assertThat(ledger.rows("pragma foreign_key_check")).isEmpty();
    }

    private static EntryVersion of(EntryVersion entry, String project) {
        return entry.removed()
                ? EntryVersion.removed(project, entry.holder(), entry.path(), entry.date(), entry.observedAt())
                : EntryVersion.of(project, entry.holder(), entry.path(), entry.date(), entry.contentHash(), entry.text(),
                        entry.observedAt()).withTitle(entry.title()).withInsights(entry.insights());
    }

    /** No holder saw an entry twice at one instant. */
    @Provide
    Arbitrary<List<Tuple.Tuple2<Fact, Boolean>>> histories() {
        return LedgerLawsTest.facts()
                .flatMap(fact -> Arbitraries.of(true, false).map(other -> Tuple.of(fact, other)))
                .list().uniqueElements(one -> List.of(one.get1().holder(), one.get1().path(), one.get1().second()))
                .ofMinSize(1).ofMaxSize(25);
    }
}
