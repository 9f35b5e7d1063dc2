package dev.buildlog.learn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** A few whole draws, to see which rates decide: whoever wins lies in a small part of the range where many take part. */
final class Pilot {

    private static final int DRAWS = 4;

    /** As many evaluations of Beta distributions as may go into the tables. */
    private static final int BUDGET = 60_000;

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
        int depth = depth();
        int reserve = depth + depth / 2 + 20;
        double lowest = 1;
        double highest = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] rates = rates();
            Arrays.sort(rates);
            lowest = Math.min(lowest, reserve < rates.length ? rates[rates.length - reserve] : 0);
            highest = Math.max(highest, rates[Math.max(0, rates.length - 1 - depth / 4)]);
        }
        double first = -Math.log1p(-lowest);
        double last = Math.max(first + 0.1, -Math.log1p(-Math.min(highest, 1 - 1e-12)));
        long beliefs = contenders.stream().map(Contender::belief).distinct().count();
        int nodes = (int) Math.max(FEWEST_NODES, Math.min(MOST_NODES, BUDGET / beliefs));
        return new Tail.Grid(first, (last - first) / (nodes - 1), nodes);
    }

    /** How many get in. */
    private int depth() {
        double[] rates = rates();
        int[] order = IntStream.range(0, rates.length).boxed().sorted((a, b) -> Double.compare(rates[b], rates[a]))
                .mapToInt(Integer::intValue).toArray();
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
