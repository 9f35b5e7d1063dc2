package dev.buildlog.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.learn.HalfLife;
import dev.buildlog.learn.Learned;
import dev.buildlog.learn.Outcome;
import dev.buildlog.model.Reward;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What the ledger has learned follows from the set of outcomes alone. */
class LearningLawsTest {

    private static EmptyLedgers ledgers;

    @BeforeContainer
    static void makeEmptyLedger() throws IOException {
        ledgers = new EmptyLedgers();
    }

    @AfterContainer
    static void removeAll() throws IOException {
        ledgers.close();
    }

    @Property(seed = "1")
    void theOrderAndTheNumberOfDeliveriesDoNotMatter(@ForAll("outcomes") List<Outcome> outcomes, @ForAll Random random) {
        List<Outcome> delivered = new ArrayList<>(outcomes);
        outcomes.stream().filter(outcome -> random.nextBoolean()).forEach(delivered::add);
        Collections.shuffle(delivered, random);
        try (TestLedger asRecorded = ledgers.open(); TestLedger reordered = ledgers.open()) {
            record(asRecorded, outcomes);
            record(reordered, delivered);
            assertThat(learned(reordered)).isEqualTo(learned(asRecorded)).isEqualTo(Learned.from(outcomes));
        }
    }

    @Property(seed = "2")
    void aRebuildFindsNoDifference(@ForAll("outcomes") List<Outcome> outcomes) {
        try (TestLedger ledger = ledgers.open()) {
            record(ledger, outcomes);
            Learned before = learned(ledger);
            assertThat(ledger.rebuild()).isEmpty();
            assertThat(learned(ledger)).isEqualTo(before);
        }
    }

    @Property(seed = "3")
    void theHistoryLeadsToWhatIsLearned(@ForAll("outcomes") List<Outcome> outcomes) {
        try (TestLedger ledger = ledgers.open()) {
            record(ledger, outcomes);
            assertThat(ledger.rows("select h.rule_id, h.context, h.successes, h.failures from evidence_change h where h.id ="
                    + " (select max(id) from evidence_change l where l.rule_id = h.rule_id and l.context = h.context)"
                    + " and h.observations > 0"))
                    .containsExactlyInAnyOrderElementsOf(ledger.rows(
                            "select rule_id, context, successes, failures from evidence"));
        }
    }

    private static Learned learned(TestLedger ledger) {
        return ledger.ledger.read(db -> new EvidenceFold(db, TestLedger.PROJECT).learned());
    }

    private static void record(TestLedger ledger, List<Outcome> outcomes) {
        Rewards rewards = new Rewards(ledger.ledger);
        outcomes.forEach(outcome -> rewards.replay(TestLedger.PROJECT, outcome, Reward.REVISION, 1 - outcome.value(), 0));
    }

    /** An id determines its fact. */
    @Provide
    Arbitrary<List<Outcome>> outcomes() {
        Arbitrary<List<String>> rules = Arbitraries.of("wf-1", "wf-2", "wf-3").list().ofMaxSize(3);
        return Combinators.combine(Arbitraries.integers().between(1, 12), Arbitraries.of("", "r1", "r2", "r3", "r4", "r5"),
                        Arbitraries.of("general", "api"), rules, Arbitraries.doubles().between(0, 1),
                        Arbitraries.of(0.0, 3.0, 40.0))
                .as((sequence, review, context, rewarded, value, halfLife) -> new Outcome("id" + sequence + review, sequence,
                        review, context, review.isEmpty() ? List.of() : rewarded, value, new HalfLife(halfLife)))
                .list().uniqueElements(Outcome::id).ofMinSize(1).ofMaxSize(25);
    }
}
