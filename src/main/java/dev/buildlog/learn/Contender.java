package dev.buildlog.learn;

/**
 * A rule that takes part in a draw.
 *
 * @param rule id of the rule
 * @param belief what is believed of its rate
 * @param cost what showing it takes of the budget, in tokens, 0 or more
 * @param pinned whether it is shown whatever is drawn
 */
public record Contender(String rule, Beta belief, int cost, boolean pinned) {

    /** @throws IllegalArgumentException if {@code cost} is negative */
    public Contender {
        if (cost < 0) {
            throw new IllegalArgumentException("the cost of " + rule + " is " + cost + ", which is 0 or more");
        }
    }
}
