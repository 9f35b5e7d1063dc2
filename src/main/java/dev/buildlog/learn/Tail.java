package dev.buildlog.learn;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * The part of a belief above some rate, as a table: the logarithm of the probability to be above a rate is all but linear in the
 * logarithm of what the rate lacks to 1, so that a few nodes tell it well. Places in the table stand for rates, since they are in
 * the same order; those beyond its end lie on the last line.
 */
final class Tail {

    /** What is less likely than this counts as impossible. */
    private static final double IMPOSSIBLE = -700;

    private static final double FLATTEST = 1e-9;

    private final Beta belief;
    private final Grid grid;
    private final double reached;
    private double[] logs = new double[0];

    /**
     * The nodes that all tails of a draw share.
     *
     * @param first the negative logarithm of what the lowest rate lacks to 1, 0 for the rate 0
     * @param step from node to node, in the same measure
     * @param nodes how many there are, 2 or more
     */
    record Grid(double first, double step, int nodes) {

        double rate(int node) {
            return -Math.expm1(-(first + step * node));
        }
    }

    Tail(Beta belief, Grid grid) {
        this.belief = belief;
        this.grid = grid;
        this.reached = grid.first == 0 ? 1 : belief.above(grid.rate(0));
    }

    /** Probability to be above the lowest rate of the table. */
    double reached() {
        return reached;
    }

    /** Probability to be above the rate at {@code place}. */
    double above(double place) {
        double[] table = table();
        int node = Math.min((int) place, table.length - 2);
        return Math.exp(table[node] + (place - node) * (table[node + 1] - table[node]));
    }

    /** Place of a rate at random, among those above the lowest. */
    double sample(UniformRandomProvider random) {
        double[] table = table();
        double log = table[0] + Math.log(1 - random.nextDouble());
        int low = 0;
        int high = table.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (table[middle] >= log) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low + (table[low] - log) / Math.max(FLATTEST, table[low] - table[low + 1]);
    }

    private double[] table() {
        if (logs.length == 0) {
            logs = new double[grid.nodes];
            logs[0] = Math.max(IMPOSSIBLE, Math.log(reached));
            for (int node = 1; node < logs.length; node++) {
                logs[node] = logs[node - 1] == IMPOSSIBLE ? IMPOSSIBLE
                        : Math.max(IMPOSSIBLE, Math.log(belief.above(grid.rate(node))));
            }
        }
        return logs;
    }
}
