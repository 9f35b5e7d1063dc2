package dev.buildlog.learn;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How many of many independent candidates draw a rate above a threshold: the distribution of that number, and what it is without
 * one of them. Exact while that is cheap, else by a normal approximation corrected for skewness (the number is then large).
 */
final class Others {

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);
    private static final long CHEAP = 1_000_000;
    private static final int BEYOND = 40;

    private final int k;
    private final double[] counts;
    private double mean;
    private double variance;
    private double third;

    /**
     * @param k as many as there are places
     * @param above probability of each kind of candidate to be above
     * @param times how many candidates of that kind there are
     */
    Others(int k, double[] above, int[] times) {
        this.k = k;
        int all = 0;
        for (int kind = 0; kind < above.length; kind++) {
            double p = above[kind];
            mean += times[kind] * p;
            variance += times[kind] * p * (1 - p);
            third += times[kind] * p * (1 - p) * (1 - 2 * p);
            all += times[kind];
        }
        int most = Math.min(all, 2 * k + BEYOND);
        this.counts = (long) all * most <= CHEAP ? counts(above, times, most) : new double[0];
    }

    /** Probability that fewer than k of the others are above, seen from one that is above with probability {@code p}. */
    double fewerThanPlaces(double p) {
        double probability = counts.length == 0 ? approximate(p) : exact(p);
        return Math.max(0, Math.min(1, probability));
    }

    /** Probabilities that 0, 1, 2, ... of all are above; those of higher numbers are left out. */
    private static double[] counts(double[] above, int[] times, int most) {
        double[] counts = new double[most + 1];
        counts[0] = 1;
        for (int kind = 0; kind < above.length; kind++) {
            double p = above[kind];
            for (int n = 0; n < times[kind] && p > 0; n++) {
                for (int c = most; c > 0; c--) {
                    counts[c] += p * (counts[c - 1] - counts[c]);
                }
                counts[0] *= 1 - p;
            }
        }
        return counts;
    }

    /** Takes one candidate out again, from the end at which that does not magnify errors. */
    private double exact(double p) {
        double sum = 0;
        double without = 0;
        if (p < 0.5) {
            for (int c = 0; c < k; c++) {
                without = (counts[c] - p * without) / (1 - p);
                sum += without;
            }
        } else {
            for (int c = counts.length - 1; c > 0; c--) {
                without = (counts[c] - (1 - p) * without) / p;
                sum += c <= k ? without : 0;
            }
        }
        return sum;
    }

    private double approximate(double p) {
        double deviation = Math.sqrt(Math.max(1e-12, variance - p * (1 - p)));
        double z = (k - 0.5 - (mean - p)) / deviation;
        double skewness = (third - p * (1 - p) * (1 - 2 * p)) / (deviation * deviation * deviation);
        return STANDARD.cumulativeProbability(z) + skewness * (1 - z * z) * STANDARD.density(z) / 6;
    }
}
