package dev.buildlog.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** A few whole draws, to see which rates decide: whoever wins lies in a small part of the range where many take part. */
final class Pilot {

    private static final int DRAWS = 2;

    /** As many nodes as may be in all tables together. */
    private static final int BUDGET = 240_000;

    private static final int FEWEST_NODES = 8;
    private static final int MOST_NODES = 400;

    private final List<Contender> contenders;
    private final Places places;
    private final UniformRandomProvider random;

    Pilot(List<Contender> contenders, Places places, UniformRandomProvider random) {
        this.contenders = contenders;
        this.places = places;
        this.random = random;
    }

    /** Nodes from a rate which whoever gets in surpasses, up to where places are rare. */
    Tail.Grid grid() {
        int depth = 0;
        List<double[]> draws = new ArrayList<>();
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] rates = rates();
            double[] sorted = rates.clone();
            Arrays.sort(sorted);
            draws.add(sorted);
            depth = Math.max(depth, depth(rates, sorted[Math.max(0, sorted.length - Math.max(1, places.count()))]));
        }
        int reserve = depth + depth / 2 + 20;
        double lowest = 1;
        double highest = 0;
        for (double[] sorted : draws) {
            lowest = Math.min(lowest, reserve < sorted.length ? sorted[sorted.length - reserve] : 0);
            highest = Math.max(highest, sorted[Math.max(0, sorted.length - 1 - depth / 4)]);
        }
        double first = -Math.log1p(-lowest);
        double last = Math.max(first + 0.1, -Math.log1p(-Math.min(highest, 1 - 1e-12)));
        long beliefs = contenders.stream().map(Contender::belief).distinct().count();
        int nodes = (int) Math.max(FEWEST_NODES, Math.min(MOST_NODES, BUDGET / beliefs));
        return new Tail.Grid(first, (last - first) / (nodes - 1), nodes);
    }

    /** How many get in with these rates. @param least that of the last for whom there is a place */
    private int depth(double[] rates, double least) {
        int[] order = IntStream.range(0, rates.length).filter(i -> rates[i] >= least).boxed()
                .sorted((a, b) -> Double.compare(rates[b], rates[a])).mapToInt(Integer::intValue).toArray();
        long left = places.tokens();
        int in = 0;
        while (in < order.length && in < places.count() && contenders.get(order[in]).cost() <= left) {
            left -= contenders.get(order[in++]).cost();
        }
        return in;
    }

    private double[] rates() {
        return contenders.stream().mapToDouble(one -> one.belief().sample(random)).toArray();
    }
}
