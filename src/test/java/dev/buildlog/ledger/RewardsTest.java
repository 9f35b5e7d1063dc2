package dev.buildlog.ledger;

import static dev.buildlog.ledger.TestLedger.PROJECT;
import static dev.buildlog.ledger.TestLedger.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.buildlog.curate.RuleId;
import dev.buildlog.learn.Arm;
import dev.buildlog.learn.Beta;
import dev.buildlog.learn.HalfLife;
import dev.buildlog.ledger.Posteriors.Posterior;
import dev.buildlog.model.Decision;
import dev.buildlog.model.Finding;
import dev.buildlog.model.RefusedException;
import dev.buildlog.model.Review;
import dev.buildlog.model.ReviewReceipt;
import dev.buildlog.model.Reward;
import dev.buildlog.model.RewardReceipt;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a review that cites rules to an outcome that rewards them. */
class RewardsTest {

    private static final String RETRY = "Retry a failed payment with its idempotency key";
    private static final String ZONE = "Store every instant in UTC and convert it for display";
    private static final String RETRY_ID = RuleId.of("workflow", RETRY);
    private static final String ZONE_ID = RuleId.of("workflow", ZONE);
    private static final String PERSONA_ID = "security_karen:11aa22bb";

    @TempDir
    private Path home;

    private TestLedger ledger;
    private Reviews reviews;
    private Rewards rewards;

    @BeforeEach
    void open() {
        ledger = TestLedger.open(home);
        ledger.record(TestLedger.entry(TestLedger.MAIN, "2026-01-10-a.md", 1, RETRY, ZONE));
        reviews = new Reviews(ledger.ledger);
        rewards = new Rewards(ledger.ledger);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aCitationMovesNothingUntilThereIsAnOutcome() {
        ReviewReceipt review = review("v1", "Major", RETRY_ID, PERSONA_ID, "wf-0000000000");
        assertThat(review).isEqualTo(new ReviewReceipt(PROJECT, "v1", "checkpoint_majors", List.of(PERSONA_ID, RETRY_ID),
                List.of("wf-0000000000")));
        assertThat(posteriors()).isEmpty();
        assertThat(reward("w1", "revision", "", null)).isEqualTo(new RewardReceipt(PROJECT, "w1", 0.5, "v1",
                List.of(PERSONA_ID, RETRY_ID)));
        assertThat(posteriors()).containsExactly(
                new Posterior(new Arm(PERSONA_ID, "general"), new Beta(1.5, 1.5), 1),
                new Posterior(new Arm(RETRY_ID, "general"), new Beta(1.5, 1.5), 1));
        assertThat(ledger.count("evidence_change")).isEqualTo(2);
        assertThat(ledger.rebuild()).isEmpty();
    }

    @Test
    void graveFindingsAndInventedRulesAreMistakes() {
        review("v1", "critical", RETRY_ID, "wf-0000000000");
        review("v1", "critical", RETRY_ID, "wf-0000000000");
        review("v2", "nitpick", ZONE_ID);
        assertThat(ledger.rows("select class, severity, description from mistake order by class")).containsExactly(
                Map.of("class", "citation_hallucination", "severity", "low",
                        "description", "cites what no rule is: wf-0000000000"),
                Map.of("class", "gauntlet_money_handling", "severity", "critical",
                        "description", "[src/Pay.java:7] Pays twice"));
    }

    @Test
    void theSameRewardTwiceIsOne() {
        review("v1", "minor", RETRY_ID);
        RewardReceipt first = reward("w1", "accepted", "", null);
        review("v2", "minor", ZONE_ID);
        assertThat(reward("w1", "accepted", "", null)).isEqualTo(first);
        assertThat(posteriors()).extracting(Posterior::arm).containsExactly(new Arm(RETRY_ID, "general"));
        assertThat(ledger.count("evidence_change")).isEqualTo(1);
    }

    @Test
    void aRewardMeansTheLatestReviewWithoutOutcomeAndEachIsSpentOnce() {
        review("v1", "minor", RETRY_ID);
        review("v2", "minor", ZONE_ID);
        assertThat(reward("w1", "accepted", "", null).review()).isEqualTo("v2");
        assertThat(reward("w2", "accepted", "", null).review()).isEqualTo("v1");
        assertThat(reward("w3", "accepted", "", null)).isEqualTo(new RewardReceipt(PROJECT, "w3", 1, "", List.of()));
        assertThat(posteriors()).extracting(Posterior::belief).containsExactly(new Beta(2, 1), new Beta(2, 1));
    }

    @Test
    void aLaterOutcomeOfAReviewTakesThePlaceOfTheEarlier() {
        review("v1", "minor", RETRY_ID, ZONE_ID);
        reward("w1", "accepted", "v1", null);
        reward("w2", "rejected", "v1", List.of(ZONE_ID));
        assertThat(posteriors()).containsExactly(new Posterior(new Arm(ZONE_ID, "general"), new Beta(1, 2), 1));
        assertThat(ledger.rebuild()).isEmpty();
    }

    @Test
    void rulesThatWereJoinedAddUp() {
        review("v1", "minor", RETRY_ID);
        reward("w1", "accepted", "", null);
        review("v2", "minor", ZONE_ID);
        reward("w2", "rejected", "", null);
        ledger.decisions.record(TestLedger.decision(Decision.MERGE, 9, "", RETRY_ID, ZONE_ID));
        assertThat(posteriors()).extracting(Posterior::belief, Posterior::observations)
                .containsExactly(tuple(new Beta(2, 2), 2));
        assertThat(ledger.rebuild()).isEmpty();
    }

    @Test
    void whatCannotBeMeantIsRefusedAndLeavesNothing() {
        review("v1", "minor", RETRY_ID);
        assertThatThrownBy(() -> reward("w1", "accepted", "v1", List.of(ZONE_ID))).isInstanceOf(RefusedException.class)
                .hasMessageContaining("did not cite " + ZONE_ID);
        assertThatThrownBy(() -> reward("w1", "accepted", "v9", null)).hasMessageContaining("no review 'v9'");
        assertThatThrownBy(() -> reward("w1", "great", "v1", null)).hasMessageContaining("no outcome 'great'");
        assertThatThrownBy(() -> review("v2", "severe", RETRY_ID)).isInstanceOf(RefusedException.class)
                .hasMessageContaining("no severity 'severe'");
        ledger.register("other");
        Reward elsewhere = new Reward("w2", "other", "accepted", null, "v1", null, null, at(3));
        assertThatThrownBy(() -> rewards.record(elsewhere, HalfLife.NEVER)).hasMessageContaining("no review 'v1'");
        assertThat(ledger.count("reward") + ledger.count("evidence_change")).isZero();
        assertThat(ledger.count("review")).isEqualTo(1);
    }

    private ReviewReceipt review(String id, String severity, String... cited) {
        Finding finding = new Finding(severity, "Money handling", "Pays twice", "src/Pay.java:7", "", List.of(cited), Map.of());
        return reviews.record(new Review(id, PROJECT, "", null, "", "", "test", List.of(finding), at(1)), Set.of(PERSONA_ID));
    }

    private RewardReceipt reward(String id, String outcome, String review, @Nullable List<String> rules) {
        return rewards.record(new Reward(id, PROJECT, outcome, null, review, rules, null, at(2)), HalfLife.NEVER);
    }

    private List<Posterior> posteriors() {
        return new Posteriors(ledger.ledger).all(PROJECT, rule -> Beta.UNIFORM);
    }
}
