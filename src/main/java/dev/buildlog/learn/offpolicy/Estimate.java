package dev.buildlog.learn.offpolicy;

import dev.buildlog.learn.statistics.Interval;

/**
 * What a policy would have earned in each logged decision on average: the sum of the rewards of the rules it shows, 0 to the
 * number of rules shown. Pinned rules are left out of all of it.
 *
 * @param decisions how many logged decisions it rests on
 * @param clusters how many clusters these belong to
 * @param shown how many rules were shown in them, all together
 * @param shows how many rules the policy would show in each, on average
 * @param logged what was earned in truth
 * @param ips by inverse propensity scores (Horvitz, Thompson, JASA 47, 1952): unbiased, and the least steady
 * @param snips the same divided by the weights (Hajek; Swaminathan, Joachims, NIPS 2015): steadier, biased for few decisions
 * @param doublyRobust a guess of each rule's reward, corrected where it was shown (Dudik, Langford, Li, ICML 2011): unbiased,
 *     since the guess is made of earlier decisions only
 * @param effective as many rules shown by the policy itself would tell as much (Kish): (sum of weights)^2 / sum of their squares
 */
public record Estimate(int decisions, int clusters, int shown, double shows, double logged, Value ips, Value snips,
        Value doublyRobust, double effective) {

    /**
     * An estimate.
     *
     * @param value NaN where there is nothing to estimate from
     * @param interval by the bootstrap over clusters, see {@link dev.buildlog.learn.statistics.Bootstrap}
     */
    public record Value(double value, Interval interval) {}
}
