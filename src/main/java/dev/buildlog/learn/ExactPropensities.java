package dev.buildlog.learn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The probability of each candidate to be among the k highest of a draw, where nobody costs too much. With H the
 * probability that fewer than k others are
 * above a rate x, it is the integral of P(rate above x) over dH(x), taken by the trapezium rule on nodes that are added where
 * they matter. No random numbers, hence no sampling error; what the rule leaves is far below a tenth of the result.
 */
final class ExactPropensities {

    /** Largest part of a candidate's probability (or of 1/n) that one step may be unsure of. */
    private static final double UNSURE = 0.004;

    /** As many evaluations of Beta distributions as may be spent. */
    private static final int BUDGET = 400_000;

    private static final int FEWEST_NODES = 48;
    private static final int MOST_NODES = 1_000;

    private final int k;
    private final Beta[] kinds;
    private final int[] times;
    private final int all;

    private ExactPropensities(Map<Beta, Integer> beliefs, int k) {
        this.k = k;
        this.kinds = beliefs.keySet().toArray(new Beta[0]);
        this.times = beliefs.values().stream().mapToInt(Integer::intValue).toArray();
        this.all = beliefs.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The probabilities in the order of {@code beliefs}. */
    static double[] of(List<Beta> beliefs, int k) {
        if (k >= beliefs.size() || k == 0) {
            return beliefs.stream().mapToDouble(belief -> k == 0 ? 0 : 1).toArray();
        }
        Map<Beta, Integer> kinds = new LinkedHashMap<>();
        beliefs.forEach(belief -> kinds.merge(belief, 1, Integer::sum));
        double[] probabilities = new ExactPropensities(kinds, k).integrate();
        Map<Beta, Double> found = new LinkedHashMap<>();
        kinds.keySet().forEach(kind -> found.put(kind, probabilities[found.size()]));
        return beliefs.stream().mapToDouble(found::get).toArray();
    }

    /**
     * A rate at which everything is known.
     *
     * @param above probability of each kind to be above it
     * @param chosen probability of each kind to be chosen with exactly this rate
     */
    private record Node(double rate, double[] above, double[] chosen) {}

    private Node node(double rate) {
        double[] above = new double[kinds.length];
        for (int i = 0; i < kinds.length; i++) {
            above[i] = kinds[i].above(rate);
        }
        Others others = new Others(k, above, times);
        double[] chosen = new double[kinds.length];
        for (int i = 0; i < kinds.length; i++) {
            chosen[i] = others.fewerThanPlaces(above[i]);
        }
        return new Node(rate, above, chosen);
    }

    private double[] integrate() {
        int most = Math.max(FEWEST_NODES, Math.min(MOST_NODES, BUDGET / kinds.length));
        List<Node> nodes = List.of(node(0), node(1));
        while (nodes.size() < most) {
            double[] sums = sums(nodes);
            List<Node> finer = new ArrayList<>();
            for (int i = 0; i + 1 < nodes.size(); i++) {
                Node low = nodes.get(i);
                Node high = nodes.get(i + 1);
                finer.add(low);
                if (isUnsure(low, high, sums)) {
                    finer.add(node((low.rate + high.rate) / 2));
                }
            }
            finer.add(nodes.get(nodes.size() - 1));
            if (finer.size() == nodes.size()) {
                break;
            }
            nodes = finer;
        }
        return sums(nodes);
    }

    private double[] sums(List<Node> nodes) {
        double[] sums = new double[kinds.length];
        for (int n = 0; n + 1 < nodes.size(); n++) {
            Node low = nodes.get(n);
            Node high = nodes.get(n + 1);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += (low.above[i] + high.above[i]) / 2 * (high.chosen[i] - low.chosen[i]);
            }
        }
        return sums;
    }

    private boolean isUnsure(Node low, Node high, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            double unsure = (low.above[i] - high.above[i]) * (high.chosen[i] - low.chosen[i]);
            if (unsure > UNSURE * Math.max(sums[i], 1.0 / all)) {
                return true;
            }
        }
        return false;
    }
}
