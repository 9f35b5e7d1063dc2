package dev.buildlog.learn.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Bounds for the mean of bounded values that hold at every moment at once, so that one may look as often as one likes and stop
 * when one likes: who bets against a mean that is true does not get rich (Waudby-Smith, Ramdas, Estimating means of bounded random
 * variables by betting, JRSS B 86, 2024). The bets are a few fixed fractions of what can be lost, each with an equal part of the
 * stake. What is needed of the values is only that each has the mean given those before it, not that they are independent.
 */
public final class ConfidenceSequence {

    /** Fractions of what may be staked at most. */
    private static final double[] BETS = {0.9, 0.5, 0.25, 0.12, 0.05};

    private static final double LEAST = -1;
    private static final double MOST = 1;
    private static final double HUGE = 1e100;
    private static final int HALVINGS = 20;
    private static final double ROUNDING = 1e-9;

    private final List<Step> steps = new ArrayList<>();

    /**
     * @param low least that {@code value} could have been
     * @param high most that it could have been
     */
    private record Step(double value, double low, double high) {}

    /**
     * The next value. Its bounds must follow from what came before it.
     *
     * @throws IllegalArgumentException if it lies outside its bounds
     */
    public void add(double value, double low, double high) {
        if (!(low - ROUNDING <= value && value <= high + ROUNDING)) {
            throw new IllegalArgumentException(value + " does not lie between " + low + " and " + high);
        }
        steps.add(new Step(Math.max(low, Math.min(high, value)), low, high));
    }

    /** Plain mean of the values; NaN without any. */
    public double mean() {
        return steps.stream().mapToDouble(Step::value).average().orElse(Double.NaN);
    }

    /**
     * Where the mean lies; at most from -1 to 1.
     *
     * @param error probability, above 0 and below 1, with which the interval ever fails to hold the mean
     */
    public Interval interval(double error) {
        double riches = Math.log(2 / error);
        double low = LEAST;
        double high = MOST;
        if (gain(high, false) >= riches) {
            high = boundary(high, LEAST, riches, false);
        }
        if (gain(low, true) >= riches) {
            low = boundary(low, MOST, riches, true);
        }
        return low <= high ? new Interval(low, high) : new Interval((low + high) / 2, (low + high) / 2);
    }

    /** The mean nearest to {@code other} that is refuted still, as {@code refuted} is; {@code other} need not be. */
    private double boundary(double refuted, double other, double riches, boolean above) {
        double bad = refuted;
        double good = other;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (bad + good) / 2;
            if (gain(middle, above) >= riches) {
                bad = middle;
            } else {
                good = middle;
            }
        }
        return bad;
    }

    /**
     * Logarithm of what 1 has become for one who bets that the values lie above {@code mean} on average, or below it. Grows the
     * farther {@code mean} is on the other side, as the stakes do not hang on it.
     */
    private double gain(double mean, boolean above) {
        double most = Double.NEGATIVE_INFINITY;
        double[] gains = new double[BETS.length];
        for (int bet = 0; bet < BETS.length; bet++) {
            double log = 0;
            double product = 1;
            for (Step step : steps) {
                double loss = above ? MOST - step.low : step.high - LEAST;
                double won = above ? step.value - mean : mean - step.value;
                product *= 1 + BETS[bet] / loss * won;
                if (product > HUGE || product < 1 / HUGE) {
                    log += Math.log(product);
                    product = 1;
                }
            }
            gains[bet] = log + Math.log(product);
            most = Math.max(most, gains[bet]);
        }
        double sum = 0;
        for (double gain : gains) {
            sum += Math.exp(gain - most) / BETS.length;
        }
        return most + Math.log(sum);
    }
}
