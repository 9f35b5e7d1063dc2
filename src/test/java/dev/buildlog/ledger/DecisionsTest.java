package dev.buildlog.ledger;

import static dev.buildlog.ledger.TestLedger.MAIN;
import static dev.buildlog.ledger.TestLedger.decision;
import static dev.buildlog.ledger.TestLedger.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.curate.RuleId;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Decision;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionsTest {

    private static final String SEEDS = "Print the seed of every random test";
    private static final String SEEDS_TOO = "Every random test: print the seed";
    private static final String BUILDS = "Keep nightly builds reproducible";
    private static final String OTHER = "Answer webhooks within three seconds";

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

    private static String id(String text) {
        return RuleId.of("workflow", text);
    }

    private String resolved(String text) {
        return new Rules(live.ledger).resolve(TestLedger.PROJECT, id(text)) instanceof Rules.Named.Live found
                ? found.rule().id() : "none";
    }

    private void decide(String kind, int second, String text, String... rules) {
        live.decisions.record(decision(kind, second, text, rules));
    }

    @Test
    void joinedRulesShareIdAndEvidenceAndStayJoinedWhenTheyAreWrittenAnew() {
        live.record(entry(MAIN, "2026-01-10-a.md", 1, SEEDS));
        live.record(entry(MAIN, "2026-01-11-b.md", 2, BUILDS));
        decide(Decision.MERGE, 3, "", id(SEEDS), id(BUILDS));
        assertThat(live.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.id()).isEqualTo(id(SEEDS));
            assertThat(rule.frequency()).isEqualTo(2);
        });
        assertThat(resolved(BUILDS)).isEqualTo(id(SEEDS));

        live.record(TestLedger.removed(MAIN, "2026-01-11-b.md", 4));
        assertThat(live.rules()).singleElement().satisfies(rule -> assertThat(rule.frequency()).isEqualTo(1));
        live.record(entry(MAIN, "2026-01-09-c.md", 5, BUILDS));
        assertThat(live.rules()).singleElement().satisfies(rule -> assertThat(rule.id()).isEqualTo(id(BUILDS)));
        assertThat(resolved(SEEDS)).isEqualTo(id(BUILDS));
    }

    @Test
    void whatResemblesAJoinedWordingJoinsToo() {
        live.record(entry(MAIN, "2026-01-10-a.md", 1, BUILDS, SEEDS));
        decide(Decision.MERGE, 2, "", id(SEEDS), id(BUILDS));
        live.record(entry(MAIN, "2026-01-12-b.md", 3, SEEDS_TOO));
        assertThat(live.rules()).hasSize(1);
        assertThat(resolved(SEEDS_TOO)).isEqualTo(id(BUILDS));
    }

    @Test
    void aWordingThatWasTakenOutStaysOutWhateverComes() {
        live.record(entry(MAIN, "2026-01-10-a.md", 1, SEEDS));
        live.record(entry(MAIN, "2026-01-11-b.md", 2, SEEDS_TOO));
        assertThat(resolved(SEEDS_TOO)).isEqualTo(id(SEEDS));
        decide(Decision.SPLIT, 3, "2026-01-11-b.md:1", id(SEEDS));
        assertThat(resolved(SEEDS_TOO)).isEqualTo(id(SEEDS_TOO));
        assertThat(live.rules()).hasSize(2);

        live.record(entry(MAIN, "2026-01-01-first.md", 4, "Print every random test seed"));
        live.record(TestLedger.removed(MAIN, "2026-01-11-b.md", 5));
        assertThat(new Rules(live.ledger).resolve(TestLedger.PROJECT, id(SEEDS_TOO))).isInstanceOf(Rules.Named.Tombstone.class);
        live.record(entry(MAIN, "2026-01-12-c.md", 6, SEEDS_TOO));
        assertThat(resolved(SEEDS_TOO)).isEqualTo(id(SEEDS_TOO)).isNotEqualTo(resolved(SEEDS));

        decide(Decision.MERGE, 7, "", id(SEEDS_TOO), id(SEEDS));
        assertThat(resolved(SEEDS_TOO)).isEqualTo(resolved(SEEDS));
    }

    @Test
    void theRestStaysTogetherAlsoWithoutTheOneThatHeldIt() {
        live.record(entry(MAIN, "2026-01-10-a.md", 1, BUILDS, SEEDS, OTHER));
        decide(Decision.MERGE, 2, "", id(BUILDS), id(SEEDS), id(OTHER));
        decide(Decision.SPLIT, 3, BUILDS, id(OTHER));
        assertThat(resolved(BUILDS)).isEqualTo(id(BUILDS));
        assertThat(resolved(OTHER)).isEqualTo(resolved(SEEDS)).isEqualTo(id(SEEDS));
    }

    @Test
    void aPersonsWordsGoWithTheRuleAndNotWithWhatIsTakenOut() {
        live.record(entry(MAIN, "2026-01-10-a.md", 1, BUILDS, SEEDS));
        decide(Decision.MERGE, 2, "", id(BUILDS), id(SEEDS));
        decide(Decision.SET_TEXT, 3, "  Make it repeatable ", id(SEEDS));
        assertThat(live.rules()).extracting(rule -> rule.text()).containsExactly("Make it repeatable");
        decide(Decision.SPLIT, 4, SEEDS, id(BUILDS));
        assertThat(live.rules()).extracting(rule -> rule.text()).containsExactlyInAnyOrder("Make it repeatable", SEEDS);
        decide(Decision.SET_TEXT, 5, "", id(BUILDS));
        assertThat(live.rules()).extracting(rule -> rule.text()).containsExactlyInAnyOrder(BUILDS, SEEDS);
    }

    @Test
    void anEarlierDecisionThatArrivesLateIsOverruled() {
        live.record(entry(MAIN, "2026-01-10-a.md", 1, BUILDS, SEEDS));
        decide(Decision.MERGE, 5, "", id(BUILDS), id(SEEDS));
        decide(Decision.SET_TEXT, 9, "later", id(SEEDS));
        decide(Decision.SET_TEXT, 8, "earlier", id(SEEDS));
        decide(Decision.SPLIT, 4, SEEDS, id(BUILDS));
        assertThat(live.rules()).extracting(rule -> rule.text()).containsExactly("later");
    }

    @Test
    void whatCannotBeMeantSaysTheWayOut() {
        live.record(entry(MAIN, "2026-01-10-a.md", 1, SEEDS, OTHER));
        live.record(entry(MAIN, "2026-01-11-b.md", 2, SEEDS_TOO, BUILDS));
        live.record(entry(MAIN, "2026-01-11-b.md", 3, SEEDS_TOO));
        refused(decision(Decision.MERGE, 4, "", id(SEEDS)), "two rules or more");
        refused(decision(Decision.MERGE, 4, "", id(SEEDS), id(BUILDS)), "no live entry says any more");
        refused(decision(Decision.MERGE, 4, "", id(SEEDS), "wf-0000000000"), "no rule of this project ever had the id");
        refused(decision(Decision.SPLIT, 4, "seed", id(SEEDS)), "2 wordings have 'seed'");
        refused(decision(Decision.SPLIT, 4, "2026-01-10-a.md:99999999999", id(SEEDS)), SEEDS_TOO);
        refused(decision(Decision.SPLIT, 4, OTHER, id(OTHER)), "nothing to take it out of");
        refused(decision(Decision.SET_TEXT, 4, "x".repeat(1_001), id(SEEDS)), "at most 1000");
        refused(decision(Decision.SET_TEXT, 4, "a\nb", id(SEEDS)), "line break");
        refused(decision("praise", 4, "", id(SEEDS)), "no decision of kind");
        refused(new Decision("nowhere", Decision.MERGE, List.of("a", "b"), "", TestLedger.at(4)), "no project 'nowhere'");
        assertThat(live.count("decision")).isZero();
    }

    private void refused(Decision decision, String why) {
        assertThatThrownBy(() -> live.decisions.record(decision)).isInstanceOf(BuildlogException.class).hasMessageContaining(why);
    }

    @Test
    void rulesOfTwoCategoriesCanContradictEachOther() {
        live.record(entry(TestLedger.PROJECT, MAIN, "2026-01-10-a.md", 1, "x", List.of(
                TestLedger.insight("workflow", "Never squash commits on main", 1),
                TestLedger.insight("tool_usage", "Squash commits on main", 2))));
        assertThat(live.rules()).allSatisfy(rule -> assertThat(rule.contradictions()).isEqualTo(1));
        decide(Decision.MERGE, 2, "", id("Never squash commits on main"), RuleId.of("tool_usage", "Squash commits on main"));
        assertThat(live.rules()).singleElement().satisfies(rule -> assertThat(rule.contradicts()).isEmpty());
    }
}
