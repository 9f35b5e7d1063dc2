package dev.buildlog.ledger;

import static dev.buildlog.ledger.TestLedger.CLONE;
import static dev.buildlog.ledger.TestLedger.MAIN;
import static dev.buildlog.ledger.TestLedger.PROJECT;
import static dev.buildlog.ledger.TestLedger.SIDE;
import static dev.buildlog.ledger.TestLedger.at;
import static dev.buildlog.ledger.TestLedger.entry;
import static dev.buildlog.ledger.TestLedger.insight;
import static dev.buildlog.ledger.TestLedger.removed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.curate.RuleId;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Holder;
import dev.buildlog.model.Origin;
import dev.buildlog.model.Rule;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntryRecorderTest {

    private static final String A = "2026-01-10-a.md";
    private static final String B = "2026-01-12-b.md";
    private static final String CACHE = "Keep the session cache small";
    private static final String TESTS = "Write the failing test first";
    private static final String DEPLOY = "Always run the migration before the deploy job";
    private static final String DEPLOY_AGAIN = "Run the migration before the deploy job always";

    @TempDir
    Path home;

    private TestLedger live;

    @BeforeEach
    void open() {
        live = TestLedger.open(home);
    }

    @AfterEach
    void close() {
        assertThat(live.rebuild()).isEmpty();
        live.close();
    }

    @Test
    void anObservationKeepsByWhichWayItCame() {
        live.record(entry(MAIN, "2026-01-10-a.md", 1, "Pin the compiler"));
        live.record(entry(MAIN, "2026-01-11-b.md", 2, "Print the seed").withOrigin(Origin.HOOK));
        live.record(entry(Holder.SUBMISSION, "2026-01-12-c.md", 3, "Drain the queue"));
        live.record(entry(Holder.SUBMISSION, "2026-01-13-d.md", 4, "Rotate the keys").withOrigin(Origin.HTTP));
        assertThat(live.rows("select origin from observation order by observed_at")).extracting(row -> row.get("origin"))
                .containsExactly("journal", "hook", "submission", "http");
    }

    @Test
    void aRenameIsNoSecondPieceOfEvidence() {
        live.record(entry(MAIN, A, 1, CACHE));
        live.record(entry(MAIN, B, 2, CACHE));
        assertThat(live.rule(CACHE)).returns(1, Rule::frequency).returns(List.of(A, B), Rule::sources);
        live.record(removed(MAIN, A, 3));
        assertThat(live.rule(CACHE)).returns(1, Rule::frequency).returns(List.of(B), Rule::sources);
    }

    @Test
    void twoEntriesAreTwoPiecesOfEvidence() {
        live.record(entry(MAIN, A, 1, DEPLOY));
        live.record(entry(MAIN, B, 2, DEPLOY_AGAIN));
        assertThat(live.rules()).singleElement()
                .returns(DEPLOY, Rule::text)
                .returns(2, Rule::frequency)
                .returns(LocalDate.of(2026, 1, 10), Rule::earliest)
                .returns(LocalDate.of(2026, 1, 12), Rule::latest);
    }

    @Test
    void whatAnEditTakesOutLeavesTheRulesAndTheFactsStay() {
        live.record(entry(MAIN, A, 1, CACHE, TESTS));
        live.record(entry(MAIN, A, 2, TESTS));
        assertThat(live.rules()).extracting(Rule::text).containsExactly(TESTS);
        assertThat(live.count("reading")).isEqualTo(2);
        assertThat(live.count("observation")).isEqualTo(2);
        assertThat(new Rules(live.ledger).resolve(PROJECT, RuleId.of("workflow", CACHE)))
                .isEqualTo(new Rules.Named.Tombstone(CACHE));
    }

    @Test
    void anEntryHoldsWhatAnyOfItsHoldersHas() {
        live.record(entry(MAIN, A, 1, CACHE));
        live.record(entry(SIDE, A, 2, TESTS));
        assertThat(live.rules()).extracting(Rule::text).containsExactlyInAnyOrder(CACHE, TESTS);
        live.record(removed(MAIN, A, 3));
        assertThat(live.rules()).extracting(Rule::text).containsExactly(TESTS);
    }

    @Test
    void aHolderThatGoesTakesOnlyWhatNobodyElseHolds() {
        live.record(entry(MAIN, A, 1, CACHE));
        live.record(entry(CLONE, A, 2, CACHE, TESTS));
        live.record(entry(CLONE, B, 2, DEPLOY));
        assertThat(live.recorder.release(PROJECT, CLONE, at(3)).changed()).isTrue();
        assertThat(live.rules()).extracting(Rule::text).containsExactly(CACHE);
        assertThat(live.recorder.release(PROJECT, CLONE, at(4)).changed()).isFalse();
    }

    @Test
    void whatWasSeenBeforeTheDepartureAndArrivesAfterItStaysGone() {
        live.record(entry(CLONE, A, 1, CACHE));
        live.recorder.release(PROJECT, CLONE, at(3));
        live.record(entry(CLONE, B, 2, TESTS));
        assertThat(live.rules()).isEmpty();
        live.record(entry(CLONE, B, 4, TESTS));
        assertThat(live.rules()).extracting(Rule::text).containsExactly(TESTS);
    }

    @Test
    void aRuleThatComesToLightByADepartureIsAnnounced() {
        live.record(entry(MAIN, A, 1, DEPLOY));
        live.record(entry(SIDE, B, 2, DEPLOY_AGAIN));
        assertThat(live.recorder.release(PROJECT, MAIN, at(3)).newRules()).extracting(Rule::text).containsExactly(DEPLOY_AGAIN);
        assertThat(live.count("outbox")).isEqualTo(2);
    }

    @Test
    void anOlderObservationThatArrivesLateChangesNothing() {
        live.record(entry(MAIN, A, 5, CACHE));
        Set<String> before = live.folds();
        assertThat(live.record(entry(MAIN, A, 4, TESTS))).isEqualTo(Recorded.NOTHING);
        assertThat(live.record(removed(MAIN, A, 3))).isEqualTo(Recorded.NOTHING);
        assertThat(live.folds()).isEqualTo(before);
    }

    @Test
    void readingAgainWithAnotherRecipeReplaces() {
        live.recorder.record(entry(MAIN, A, 1, CACHE), "first");
        live.recorder.record(entry(MAIN, A, 2, CACHE).withInsights(List.of(insight("workflow", TESTS, 1))), "second");
        assertThat(live.rules()).extracting(Rule::text).containsExactly(TESTS);
    }

    @Test
    void categoriesOfATeamAreKeptApart() {
        live.record(entry(PROJECT, MAIN, A, 1, "one",
                List.of(insight("security", CACHE, 1), insight("performance", CACHE, 2), insight("workflow", CACHE, 3))));
        assertThat(live.rules()).extracting(Rule::category).containsExactlyInAnyOrder("security", "performance", "workflow");
        assertThat(live.rules()).filteredOn(rule -> !rule.category().equals("workflow")).extracting(Rule::id)
                .containsOnly(RuleId.of("security", CACHE))
                .allMatch(id -> id.startsWith("sk-"));
    }

    @Test
    void anEarlierEntryGivesTheRuleItsIdAndTheOldOneGoesOnResolving() {
        live.record(entry(MAIN, B, 1, DEPLOY_AGAIN));
        String first = live.rules().get(0).id();
        live.record(entry(MAIN, A, 2, DEPLOY));
        Rule now = live.rules().get(0);
        assertThat(now.id()).isEqualTo(RuleId.of("workflow", DEPLOY)).isNotEqualTo(first);
        assertThat(new Rules(live.ledger).resolve(PROJECT, first)).isEqualTo(new Rules.Named.Live(now));
        assertThat(new Rules(live.ledger).resolve(PROJECT, "wf-0000000000")).isEqualTo(new Rules.Named.Unknown());
    }

    @Test
    void projectsDoNotMix() {
        String other = "ba9876543210";
        live.register(other);
        live.record(entry(MAIN, A, 1, DEPLOY));
        live.record(entry(other, MAIN, B, 1, "other", List.of(insight("workflow", DEPLOY_AGAIN, 1))));
        assertThat(live.rules()).singleElement().returns(1, Rule::frequency).returns(DEPLOY, Rule::text);
        assertThat(new Rules(live.ledger).live(other)).singleElement().returns(DEPLOY_AGAIN, Rule::text);
        assertThat(new Projects(live.ledger, TestLedger.CLOCK).holders(other)).containsExactly(MAIN);
    }

    @Test
    void aCorrectedDayOfASubmissionCounts() {
        LocalDate wrong = LocalDate.of(2026, 1, 31);
        live.record(submitted(wrong, 1));
        live.record(submitted(wrong.minusYears(1), 2));
        assertThat(live.rule(CACHE)).returns(wrong.minusYears(1), Rule::latest);
    }

    private static EntryVersion submitted(LocalDate date, int second) {
        return EntryVersion.of(PROJECT, Holder.SUBMISSION, "submitted/key", date, "hash of " + date, CACHE, at(second))
                .withInsights(List.of(insight("workflow", CACHE, 1)));
    }
}
