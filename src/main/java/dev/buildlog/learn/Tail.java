package dev.buildlog.learn;

import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The part of a belief above some rate, as a table: the logarithm of the probability to be above a rate is all but linear in the
 * logarithm of what the rate lacks to 1, so that a few nodes tell it well. Places in the table stand for rates, since they are in
 * the same order; those beyond its end lie on the last line.
 *
 * <p>Only the probability to be above the last node is computed as such. Those above the others add to it what lies between the
 * nodes, where the logarithm of the density is all but linear too: a tenth of the time.
 */
final class Tail {

    /** What is less likely than this counts as impossible. */
    private static final double IMPOSSIBLE = -700;

    private static final double FLATTEST = 1e-9;

    private final double[] logs;
    private final double reached;

    /**
     * The nodes that all tails of a draw share.
     *
     * @param first the negative logarithm of what the lowest rate lacks to 1, 0 for the rate 0
     * @param step from node to node, in the same measure
     * @param logRates logarithm of the rate at each node
     */
    record Grid(double first, double step, double[] logRates) {

        /** @param nodes how many there are, 2 or more */
        Grid(double first, double step, int nodes) {
            this(first, step, new double[nodes]);
            for (int node = 0; node < nodes; node++) {
                logRates[node] = Math.log(rate(node));
            }
        }

        int nodes() {
            return logRates.length;
        }

        double rate(int node) {
            return -Math.expm1(-(first + step * node));
        }

        /**
         * A logarithm that the probability of a rate above the lowest surpasses by no means (Chernoff's bound, with a Beta
         * distribution as one of two Gamma distributed parts of their sum).
         */
        double most(Beta belief) {
            double mean = belief.mean();
            return first == 0 || rate(0) <= mean ? 0
                    : belief.alpha() * (logRates[0] - Math.log(mean)) - belief.beta() * (first + Math.log1p(-mean));
        }
    }

    Tail(Beta belief, Grid grid) {
        this.logs = logs(belief, grid);
        this.reached = Math.exp(logs[0]);
    }

    /** Probability to be above the lowest rate of the table. */
    double reached() {
        return reached;
    }

    /** Probability to be above the rate at {@code place}. */
    double above(double place) {
        int node = Math.min((int) place, logs.length - 2);
        return Math.exp(logs[node] + (place - node) * (logs[node + 1] - logs[node]));
    }

    /** Place of a rate at random, among those above the lowest. */
    double sample(UniformRandomProvider random) {
        double log = logs[0] + Math.log(1 - random.nextDouble());
        int low = 0;
        int high = logs.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (logs[middle] >= log) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low + (logs[low] - log) / Math.max(FLATTEST, logs[low] - logs[low + 1]);
    }

    private static double[] logs(Beta belief, Grid grid) {
        double[] logs = new double[grid.nodes()];
        int last = logs.length - 1;
        double above = belief.above(grid.rate(last));
        double scale = -LogBeta.value(belief.alpha(), belief.beta());
        double log = density(belief, grid, scale, last);
        double density = Math.exp(log);
        logs[last] = log(above);
        for (int node = last - 1; node >= 0; node--) {
            double lowerLog = density(belief, grid, scale, node);
            double lower = Math.exp(lowerLog);
            above += between(lower, density, lowerLog - log) * grid.step;
            logs[node] = log(above);
            log = lowerLog;
            density = lower;
        }
        if (grid.first == 0) {
            logs[0] = 0;
        }
        return logs;
    }

    /** Logarithm of the density in the measure of the grid. */
    private static double density(Beta belief, Grid grid, double scale, int node) {
        double rate = belief.alpha() == 1 ? 0 : (belief.alpha() - 1) * grid.logRates[node];
        return Math.max(IMPOSSIBLE, scale + rate - belief.beta() * (grid.first + grid.step * node));
    }

    /** The mean of what goes from {@code low} to {@code high} exponentially. @param ratio logarithm of theirs */
    private static double between(double low, double high, double ratio) {
        return Math.abs(ratio) < 1e-6 ? (low + high) / 2 : (low - high) / ratio;
    }

    private static double log(double probability) {
        return Math.max(IMPOSSIBLE, Math.min(0, Math.log(probability)));
    }
}
