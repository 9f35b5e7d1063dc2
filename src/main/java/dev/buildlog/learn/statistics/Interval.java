package dev.buildlog.learn.statistics;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * A range that is meant to hold a true value.
 *
 * @param low lower end, included
 * @param high upper end, included
 */
public record Interval(double low, double high) {

    /**
     * The interval of a rate by Wilson's score (E. B. Wilson, JASA 22, 1927): stays within 0 and 1, and is of use for few trials.
     *
     * @param successes 0 to {@code trials}
     * @param trials 0 or more; for 0 the whole of 0 to 1
     * @param level probability with which such intervals hold the true rate, above 0 and below 1
     */
    public static Interval ofRate(int successes, int trials, double level) {
        if (trials == 0) {
            return new Interval(0, 1);
        }
        var found = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(trials, successes, 1 - level);
        return new Interval(found.getLowerBound(), found.getUpperBound());
    }

    /** Whether {@code value} lies outside. */
    public boolean excludes(double value) {
        return value < low || value > high;
    }

    /** Both ends times {@code factor}, which is 0 or more. */
    public Interval times(double factor) {
        return new Interval(low * factor, high * factor);
    }
}
