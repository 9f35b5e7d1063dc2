package dev.buildlog.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.RefusedException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LearnedTest {

    private static final Arm ARM = new Arm("wf-1", ContextKey.GENERAL);

    @Test
    void anOutcomeAddsItsValueToThePriorOfTheRulesItRewards() {
        Learned learned = Learned.from(List.of(outcome(1, "a", 1, 0, "wf-1"), outcome(2, "b", 0.5, 0, "wf-1", "wf-2")));
        assertThat(learned.posterior(ARM, Prior.seed(1))).isEqualTo(new Beta(4.5, 1.5));
        assertThat(learned.now(ARM).observations()).isEqualTo(2);
        assertThat(learned.posterior(new Arm("wf-2", "general"), Prior.learned())).isEqualTo(new Beta(1.5, 1.5));
        assertThat(learned.posterior(new Arm("wf-3", "general"), Prior.learned())).isEqualTo(Beta.UNIFORM);
    }

    @Test
    void aLaterOutcomeOfAReviewSupersedesTheEarlier() {
        Learned learned = Learned.from(List.of(outcome(2, "a", 0, 0, "wf-1"), outcome(1, "a", 1, 0, "wf-1", "wf-2")));
        assertThat(learned.evidence()).containsOnlyKeys(ARM);
        assertThat(learned.posterior(ARM, Beta.UNIFORM)).isEqualTo(new Beta(1, 2));
    }

    @Test
    void evidenceFadesWithRewardedReviewsAndThePriorDoesNot() {
        Learned learned = Learned.from(List.of(outcome(1, "a", 1, 2, "wf-1"), outcome(2, "b", 1, 2), outcome(3, "c", 1, 2)));
        assertThat(learned.posterior(ARM, Prior.seed(0.5))).isEqualTo(new Beta(2.5, 1));
        assertThat(learned.now(ARM).observations()).isEqualTo(1);
    }

    @Test
    void anArmThatIsNewInAContextStartsFromWhatOthersKnow() {
        Learned learned = Learned.from(List.of(outcome(1, "a", 1, 0, "wf-1"), outcome(2, "b", 0, 0, "wf-1")));
        Beta elsewhere = learned.posterior(new Arm("wf-1", "sql"), Beta.UNIFORM);
        assertThat(elsewhere).isEqualTo(new Beta(1.3, 1.3));
    }

    @Test
    void aRewardGoesToRulesThatWereCited() {
        assertThat(Credit.rules(Set.of("b", "a"), null)).containsExactly("a", "b");
        assertThat(Credit.rules(Set.of("b", "a"), List.of("b", "b"))).containsExactly("b");
        assertThat(Credit.rules(Set.of("b", "a"), List.of())).isEmpty();
        assertThatThrownBy(() -> Credit.rules(Set.of("a"), List.of("a", "x"))).isInstanceOf(RefusedException.class)
                .hasMessage("the review did not cite x: a reward goes to rules that were cited, here a");
    }

    @Test
    void anOutcomeIsWorthWhatItsDistanceLeaves() {
        assertThat(RewardValue.of("accepted", null)).isEqualTo(1);
        assertThat(RewardValue.of("rejected", 0.2)).isEqualTo(0);
        assertThat(RewardValue.of("revision", null)).isEqualTo(0.5);
        assertThat(RewardValue.of("revision", 0.3)).isCloseTo(0.7, within(1e-12));
        assertThatThrownBy(() -> RewardValue.of("acepted", null)).hasMessageContaining("accepted");
        for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatThrownBy(() -> RewardValue.of("revision", wrong)).isInstanceOf(RefusedException.class);
        }
    }

    @Test
    void aContextIsOneHoweverItIsWritten() {
        assertThat(List.of("missing-test", " Missing Test ", "missing_test", "MISSING__TEST!"))
                .allSatisfy(given -> assertThat(ContextKey.of(given)).isEqualTo("missing_test"));
        assertThat(ContextKey.of(null)).isEqualTo(ContextKey.of("general")).isEqualTo(ContextKey.of(" - "));
        assertThat(ContextKey.of("Größe")).isEqualTo("größe");
        assertThatThrownBy(() -> ContextKey.of("x".repeat(81))).isInstanceOf(BuildlogException.class);
    }

    @Test
    void aSeedIsBelievedByItsConfidence() {
        assertThat(Prior.seed(0)).isEqualTo(new Beta(1, 1));
        assertThat(Prior.seed(0.5)).isEqualTo(new Beta(2, 1));
        assertThat(Prior.seed(1.5)).isEqualTo(new Beta(3, 1));
        assertThatThrownBy(() -> Prior.seed(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Outcome outcome(long sequence, String review, double value, double halfLife, String... rules) {
        return new Outcome("o" + sequence, sequence, review, ContextKey.GENERAL, List.of(rules), value, new HalfLife(halfLife));
    }
}
