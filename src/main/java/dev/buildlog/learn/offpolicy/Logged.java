package dev.buildlog.learn.offpolicy;

import dev.buildlog.learn.Beta;
import java.util.List;

/**
 * One logged decision: a draw as one rewarded review saw it. A draw that several reviews saw is a decision for each of them.
 *
 * @param cluster what it belongs to: the session of the review, or the review itself where it has none
 * @param places how many rules the draw chose, withheld and pinned ones among them
 * @param budget how many tokens they were to cost at most; 0 for no limit
 * @param options every rule that took part, in any order
 */
public record Logged(String cluster, int places, int budget, List<Option> options) {

    public Logged {
        options = List.copyOf(options);
    }

    /**
     * A rule that took part in the draw. It earned {@code reward}: the value of the review's outcome, 0 to 1, if it was shown and
     * the review cited it, else nothing. So the reward of a decision is the sum over the rules shown, and an estimate for another
     * policy holds as far as what a rule earns does not hang on the others beside it.
     *
     * @param rule id of the rule
     * @param belief that the draw was made with
     * @param cost what showing it takes of the budget, in tokens
     * @param pinned whether it was shown because somebody said so; every policy is taken to show it too
     * @param propensity probability with which the draw showed it, above 0
     * @param shown whether it was shown; one that the coin withheld was not
     * @param reward what it earned; 0 where it was not shown
     */
    public record Option(String rule, Beta belief, int cost, boolean pinned, double propensity, boolean shown, double reward) {

        /** @throws IllegalArgumentException if the propensity is no probability above 0, or the reward not within 0 and 1 */
        public Option {
            if (!(propensity > 0 && propensity <= 1 && reward >= 0 && reward <= 1)) {
                throw new IllegalArgumentException(rule + ": the propensity " + propensity + " lies above 0 and up to 1, the"
                        + " reward " + reward + " between 0 and 1");
            }
        }
    }
}
