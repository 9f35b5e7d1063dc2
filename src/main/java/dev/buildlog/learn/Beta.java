package dev.buildlog.learn;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ChengBetaSampler;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * What is believed of a rate: a Beta distribution.
 *
 * @param alpha weight of success, above 0
 * @param beta weight of failure, above 0
 */
public record Beta(double alpha, double beta) {

    /** Nothing known: every rate is as likely as any other. */
    public static final Beta UNIFORM = new Beta(1, 1);

    /** @throws IllegalArgumentException if a weight is not a finite number above 0 */
    public Beta {
        if (!(alpha > 0 && beta > 0 && alpha + beta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("no Beta distribution has the weights " + alpha + " and " + beta);
        }
    }

    /** The range that holds the rate with some probability, as much of it lying below as above. */
    public record Interval(double low, double high) {}

    public double mean() {
        return alpha / (alpha + beta);
    }

    /** The rate below which the true one lies with probability {@code p}, 0 to 1; exact. */
    public double quantile(double p) {
        return distribution().inverseCumulativeProbability(p);
    }

    /** The range that holds the rate with probability {@code level}, 0 to 1, between exact quantiles. */
    public Interval interval(double level) {
        double outside = (1 - level) / 2;
        BetaDistribution distribution = distribution();
        return new Interval(distribution.inverseCumulativeProbability(outside),
                distribution.inverseSurvivalProbability(outside));
    }

    /** Probability that the rate is above {@code rate}. */
    public double above(double rate) {
        return distribution().survivalProbability(rate);
    }

    /** One rate at random. */
    public double sample(UniformRandomProvider random) {
        return ChengBetaSampler.of(random, alpha, beta).sample();
    }

    /** This with further weight of success and failure, each 0 or more. */
    public Beta plus(double successes, double failures) {
        return new Beta(alpha + successes, beta + failures);
    }

    private BetaDistribution distribution() {
        return BetaDistribution.of(alpha, beta);
    }
}
