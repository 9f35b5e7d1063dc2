package dev.buildlog.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.learn.Draw;
import dev.buildlog.learn.HalfLife;
import dev.buildlog.learn.Priors;
import dev.buildlog.learn.Selection.Fate;
import dev.buildlog.model.Candidate;
import dev.buildlog.model.Candidates;
import dev.buildlog.model.Finding;
import dev.buildlog.model.Policy;
import dev.buildlog.model.PublishRequest;
import dev.buildlog.model.Review;
import dev.buildlog.model.Reward;
import dev.buildlog.model.Standing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a project's rules are drawn, and what is in force between two draws. */
class PoliciesTest {

    private static final String[] TEXTS = IntStream.range(0, 20).mapToObj(i -> {
        String word = "abcdefghijklmnopqrst".substring(i, i + 1).repeat(6);
        return "Never let the " + word + " module call " + word + "ian code twice";
    }).toArray(String[]::new);

    @TempDir
    private Path home;

    private TestLedger ledger;
    private Policies policies;
    private int second;

    @BeforeEach
    void open() {
        ledger = TestLedger.open(home);
        policies = new Policies(ledger.ledger, Priors.LEARNED);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void onlyTheFirstPublicationAndThoseThatSaySoDraw() {
        write(TEXTS);
        Policy first = publish(5, false);
        assertThat(first.rules()).hasSize(5);
        assertThat(first.selection()).matches("sel-[0-9a-f]{12}");
        for (int i = 0; i < 5; i++) {
            assertThat(publish(5, false)).isEqualTo(new Policy(first.id(), first.request(), TestLedger.at(second), first.rules(),
                    List.of(), first.selection(), first.leftOut()));
        }
        assertThat(ledger.count("selection")).isEqualTo(1);
        assertThat(ledger.count("policy")).isEqualTo(1);
        assertThat(publish(5, true).selection()).isNotEqualTo(first.selection());
        assertThat(ledger.count("selection")).isEqualTo(2);
    }

    @Test
    void aRuleThatTookNoPartInTheLastDrawTakesPartAtOnce() {
        write(TEXTS[0], TEXTS[1]);
        publish(10, false);
        write(TEXTS[0], TEXTS[1], TEXTS[2]);
        assertThat(publish(10, false).rules()).hasSize(3);
        assertThat(ledger.count("selection")).isEqualTo(2);
        write(TEXTS[0]);
        assertThat(publish(10, false).rules()).hasSize(1);
        write(TEXTS[0], TEXTS[1], TEXTS[2]);
        assertThat(publish(10, false).rules()).hasSize(3);
        assertThat(ledger.count("selection")).isEqualTo(2);
        write(TEXTS[0]);
        assertThat(publish(10, true).rules()).hasSize(1);
        write(TEXTS[0], TEXTS[1], TEXTS[2]);
        assertThat(publish(10, false).rules()).hasSize(3);
        assertThat(ledger.count("selection")).isEqualTo(4);
        assertThat(ledger.rebuild()).isEmpty();
    }

    @Test
    void aMergedRuleStandsForThoseItWasMergedFrom() {
        write(TEXTS[0], TEXTS[1]);
        Policy before = publish(10, false);
        assertThat(before.rules()).hasSize(2);
        ledger.decisions.record(TestLedger.decision("merge", ++second, "", before.rules().get(0).rule().id(),
                before.rules().get(1).rule().id()));
        Policy after = publish(10, false);
        assertThat(after.rules()).hasSize(1);
        assertThat(after.selection()).isEqualTo(before.selection());
        assertThat(ledger.count("selection")).isEqualTo(1);
        assertThat(ledger.count("policy")).isEqualTo(2);
        ledger.decisions.record(TestLedger.decision("set-text", ++second, "Say it better", after.rules().get(0).rule().id()));
        assertThat(publish(10, false).rules()).singleElement().satisfies(rule ->
                assertThat(rule.rule().text()).isEqualTo("Say it better"));
    }

    @Test
    void whatIsNoCandidateAnyMoreIsNotShownAndWhatIsPinnedAlwaysIs() {
        write(TEXTS);
        Policy first = publish(5, false);
        String gone = first.rules().get(0).rule().id();
        String pinned = ledger.rules().stream().map(rule -> rule.id())
                .filter(id -> first.rules().stream().noneMatch(rule -> rule.rule().id().equals(id))).findFirst().orElseThrow();
        List<Candidate> rules = candidates().stream().filter(rule -> !rule.rule().id().equals(gone))
                .map(rule -> rule.rule().id().equals(pinned) ? rule.withStanding(Standing.PINNED) : rule).toList();
        Policy next = publish(rules, new Draw(5, 0), false, 7);
        assertThat(next.rules()).extracting(rule -> rule.rule().id()).contains(pinned).doesNotContain(gone).hasSize(5);
        for (int seed = 0; seed < 20; seed++) {
            assertThat(publish(rules, new Draw(3, 0), true, seed).rules()).hasSize(3)
                    .extracting(rule -> rule.rule().id()).contains(pinned);
        }
    }

    @Test
    void theCoinIsTossedFromTheFirstReviewOn() {
        write(TEXTS);
        assertThat(publish(candidates(), new Draw(20, 0.5), true, 1).rules()).hasSize(20);
        review("r1", "", ledger.rules().get(0).id());
        Policy policy = publish(candidates(), new Draw(20, 0.5), true, 1);
        assertThat(policy.rules()).hasSizeBetween(3, 17);
        assertThat(policy.leftOut()).hasSize(20 - policy.rules().size()).allSatisfy(one ->
                assertThat(one.reason()).contains("withheld"));
        assertThat(new Selections(ledger.ledger).last(TestLedger.PROJECT).orElseThrow().selection().candidates())
                .filteredOn(one -> one.fate() == Fate.WITHHELD).extracting(one -> one.rule())
                .containsExactlyInAnyOrderElementsOf(policy.leftOut().stream().map(one -> one.rule().id()).toList());
    }

    @Test
    void whatHasNoRoomIsNamed() {
        write(TEXTS);
        Policy policy = publish(candidates(), new Draw(10, 0, 35), true, 1);
        assertThat(policy.rules()).hasSize(3);
        assertThat(policy.leftOut()).hasSize(7).allSatisfy(one -> assertThat(one.reason()).contains("no room"));
    }

    @Test
    void aDrawKnowsTheOutcomesBeforeIt() {
        write(TEXTS);
        publish(5, false);
        String good = ledger.rules().get(3).id();
        for (int i = 0; i < 40; i++) {
            review("r" + i, "", good);
            new Rewards(ledger.ledger).record(new Reward("w" + i, TestLedger.PROJECT, "accepted", null, "r" + i, null, null,
                    TestLedger.at(++second)), HalfLife.NEVER);
        }
        assertThat(new Selections(ledger.ledger).last(TestLedger.PROJECT).orElseThrow().selection().candidates())
                .allSatisfy(one -> assertThat(one.belief().alpha()).isEqualTo(1));
        publish(5, true);
        assertThat(new Selections(ledger.ledger).last(TestLedger.PROJECT).orElseThrow().selection().candidates())
                .filteredOn(one -> one.rule().equals(good)).singleElement()
                .satisfies(one -> assertThat(one.belief().alpha()).isEqualTo(41));
    }

    @Test
    void aReviewIsOfTheSelectionWhosePolicyItNamesElseOfTheLast() {
        write(TEXTS);
        review("r0", "", ledger.rules().get(0).id());
        Policy first = publish(5, true);
        Policy second = publish(5, true);
        review("r1", first.id(), first.rules().get(0).rule().id());
        review("r2", "", first.rules().get(0).rule().id());
        review("r3", "pol-unknown", first.rules().get(0).rule().id());
        Selections selections = new Selections(ledger.ledger);
        assertThat(selections.seenBy("r0")).isEmpty();
        assertThat(selections.seenBy("r1").orElseThrow().id()).isEqualTo(first.selection());
        assertThat(selections.seenBy("r2").orElseThrow().id()).isEqualTo(second.selection());
        assertThat(selections.seenBy("r3").orElseThrow().id()).isEqualTo(second.selection());
    }

    @Test
    void exposuresAreKeptOnce() {
        write(TEXTS[0], TEXTS[1]);
        Policy policy = publish(5, true);
        Exposures exposures = new Exposures(ledger.ledger);
        Map<String, String> shown = Map.of("wf-1", "Consider: one", "wf-2", "Consider: two");
        exposures.record(policy, "cursor", "/repo", "a.md", shown, TestLedger.at(1));
        exposures.record(policy, "cursor", "/repo", "a.md", shown, TestLedger.at(2));
        exposures.record(policy, "cursor", "/other", "a.md", Map.of("wf-1", "Consider: one"), TestLedger.at(2));
        assertThat(ledger.rows("select rule_id, root, text, policy from exposure order by root, rule_id")).containsExactly(
                Map.of("rule_id", "wf-1", "root", "/other", "text", "Consider: one", "policy", policy.id()),
                Map.of("rule_id", "wf-1", "root", "/repo", "text", "Consider: one", "policy", policy.id()),
                Map.of("rule_id", "wf-2", "root", "/repo", "text", "Consider: two", "policy", policy.id()));
    }

    /** Both may find that a draw is due; only one of them makes it, and both go by it. */
    @Test
    void oneOfManyDrawsWhereAllFindThatItIsDue() {
        write(TEXTS);
        List<Candidate> rules = candidates();
        Set<String> chosen = IntStream.range(0, 16).parallel().mapToObj(i -> {
            try (Ledger other = Ledger.open(home)) {
                return new Policies(other, Priors.LEARNED).choose(new Candidates(new PublishRequest(TestLedger.PROJECT, ""),
                        TestLedger.at(i), rules, List.of()), new Draw(5, 0), rule -> 10, i).selection();
            }
        }).collect(Collectors.toSet());
        assertThat(chosen).hasSize(1);
        assertThat(ledger.count("selection")).isEqualTo(1);
    }

    private void write(String... texts) {
        ledger.record(TestLedger.entry(TestLedger.MAIN, "2026-01-10-a.md", ++second, texts));
    }

    private void review(String id, String policy, String rule) {
        Finding finding = new Finding("minor", "workflow", "found", "", "", List.of(rule), Map.of());
        new Reviews(ledger.ledger).record(new Review(id, TestLedger.PROJECT, policy, null, "", "", "", List.of(finding),
                TestLedger.at(++second)), Set.of());
    }

    private List<Candidate> candidates() {
        return ledger.rules().stream().map(Candidate::unscored).toList();
    }

    private Policy publish(int k, boolean draw) {
        return publish(candidates(), new Draw(k, 0), draw, ++second);
    }

    private Policy publish(List<Candidate> rules, Draw draw, boolean anew, long seed) {
        return policies.choose(new Candidates(new PublishRequest(TestLedger.PROJECT, "", anew), TestLedger.at(++second), rules,
                List.of()), draw, rule -> 10, seed);
    }
}
