package dev.buildlog.learn.proof;

import dev.buildlog.learn.Beta;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which rules do not earn their place. Nothing is decided here: a proposal waits for a person, or for who asked to have them
 * carried out.
 */
public final class Retirement {

    /** So many rewarded reviews must have cited a rule before its posterior speaks against it. */
    public static final int REWARDED = 10;

    /** In so many reviews a rule may be shown without ever being cited. */
    public static final int SHOWN = 30;

    private static final double LEVEL = 0.95;

    private Retirement() {}

    /**
     * What is known of a rule.
     *
     * @param rule id of the rule
     * @param belief about the rate of its outcomes, over all contexts
     * @param rewarded number of rewarded reviews that cited it
     * @param shown number of reviews of work that was done with the rule shown
     * @param cited number of reviews that cited it
     */
    public record Earned(String rule, Beta belief, int rewarded, int shown, int cited) {}

    /** A rule to retire, and why. */
    public record Proposal(String rule, String reason) {}

    /**
     * @param mean mean of the outcomes of the project's rewarded reviews, 0 to 1
     * @param rules of the project that may be retired
     */
    public static List<Proposal> proposals(double mean, List<Earned> rules) {
        return rules.stream().map(rule -> proposal(mean, rule)).flatMap(Optional::stream).toList();
    }

    private static Optional<Proposal> proposal(double mean, Earned rule) {
        double high = rule.belief.interval(LEVEL).high();
        if (rule.rewarded >= REWARDED && high < mean) {
            return Optional.of(new Proposal(rule.rule, String.format(Locale.ROOT,
                    "cited in %d rewarded reviews, its rate lies below %.2f with a probability of 97.5 %%; the project's mean is %.2f",
                    rule.rewarded, high, mean)));
        }
        if (rule.shown >= SHOWN && rule.cited == 0) {
            return Optional.of(new Proposal(rule.rule, "shown in " + rule.shown + " reviews, cited in none"));
        }
        return Optional.empty();
    }
}
