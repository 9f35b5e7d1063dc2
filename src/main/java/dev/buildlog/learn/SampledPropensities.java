package dev.buildlog.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The probability of each candidate to get in, estimated from many draws. Of each draw only what matters is made, the highest
 * rates, and each tells of every candidate with what probability it would have got in among the others, so that few draws suffice
 * (Rao and Blackwell: the expectation, given the others, in place of the outcome).
 */
final class SampledPropensities {

    private static final int ROUND = 32;
    private static final int FEWEST = 2 * ROUND;
    private static final int MOST = 8_192;

    /** Relative standard error at which it is enough; what it is measured from is an estimate too. */
    private static final double ENOUGH = 0.08;

    /** What is so much less likely than the floor, as a logarithm, is as good as impossible for all that are so together. */
    private static final double NEGLIGIBLE = -7;

    private final Places places;
    private final UniformRandomProvider random;
    private final double floor;
    private final int[] costs;
    /** Those who may get in at all; the next three are about them, in this order, side by side as every draw looks at all. */
    private final int[] active;
    private final Tail[] tails;
    /** How probable each is to be in the table. */
    private final double[] reached;
    private final int[] kindOf;
    private final List<Kind> kinds;
    private final int[] prices;

    /** Candidates of one belief and cost: they have one propensity. */
    private static final class Kind {
        private final Tail tail;
        private final int price;
        private int times;
        private double sum;
        private double squares;
        private double correction;

        Kind(Tail tail, int price) {
            this.tail = tail;
            this.price = price;
        }

        void add(double chance) {
            sum += chance;
            squares += chance * chance;
        }
    }

    private record Sort(Beta belief, int cost) {}

    SampledPropensities(List<Contender> contenders, Places places, long seed) {
        this.places = places;
        this.random = RandomSource.XO_RO_SHI_RO_128_PP.create(~seed);
        this.floor = 1.0 / contenders.size();
        this.costs = contenders.stream().mapToInt(Contender::cost).toArray();
        this.prices = Arrays.stream(costs).distinct().sorted().toArray();
        Tail.Grid grid = new Pilot(contenders, places, random).grid();
        double least = Math.log(floor) + NEGLIGIBLE;
        this.active = IntStream.range(0, costs.length).filter(i -> grid.most(contenders.get(i).belief()) > least).toArray();
        Map<Beta, Tail> known = new LinkedHashMap<>();
        Map<Sort, Integer> numbers = new LinkedHashMap<>();
        this.kinds = new ArrayList<>();
        this.tails = new Tail[active.length];
        this.kindOf = new int[active.length];
        for (int i = 0; i < active.length; i++) {
            Contender one = contenders.get(active[i]);
            Tail tail = known.computeIfAbsent(one.belief(), belief -> new Tail(belief, grid));
            tails[i] = tail;
            kindOf[i] = numbers.computeIfAbsent(new Sort(one.belief(), one.cost()), sort -> {
                kinds.add(new Kind(tail, Arrays.binarySearch(prices, sort.cost)));
                return kinds.size() - 1;
            });
            kinds.get(kindOf[i]).times++;
        }
        this.reached = Arrays.stream(tails).mapToDouble(Tail::reached).toArray();
    }

    /** The probabilities in the order of the contenders; of one below 1 of all, something not above that. */
    double[] estimate() {
        // nobody gets in with a rate that no draw of the pilot needed, or so rarely that it does not matter here
        List<Kind> likely = kinds.stream().filter(kind -> kind.tail.reached() > floor).toList();
        int draws = 0;
        do {
            for (int i = 0; i < ROUND; i++) {
                draw(likely);
            }
            draws += ROUND;
        } while (draws < FEWEST || draws < MOST && !isEnough(likely, draws));
        double[] estimates = new double[costs.length];
        for (int i = 0; i < active.length; i++) {
            estimates[active[i]] = Math.min(1, kinds.get(kindOf[i]).sum / draws);
        }
        return estimates;
    }

    private boolean isEnough(List<Kind> likely, int draws) {
        for (Kind kind : likely) {
            double mean = kind.sum / draws;
            double error = Math.sqrt(Math.max(0, kind.squares / draws - mean * mean) / draws);
            if (error > ENOUGH * mean && mean + 2 * error > floor) {
                return false;
            }
        }
        return true;
    }

    /** @param who place among the active */
    private record Drawn(double rate, int who) {}

    private void draw(List<Kind> likely) {
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < tails.length; i++) {
            if (random.nextDouble() < reached[i]) {
                drawn.add(new Drawn(tails[i].sample(random), i));
            }
        }
        drawn.sort((a, b) -> Double.compare(b.rate, a.rate));
        Front front = new Front(places, drawn.stream().mapToDouble(Drawn::rate).toArray(),
                drawn.stream().mapToInt(one -> costs[active[one.who]]).toArray());
        double[] thresholds = IntStream.of(prices).mapToDouble(front::threshold).toArray();
        for (int place = 0; place < drawn.size(); place++) {
            Kind kind = kinds.get(kindOf[drawn.get(place).who]);
            double own = thresholds[kind.price];
            if (drawn.get(place).rate >= own) {
                kind.correction += (kind.tail.above(front.thresholdWithout(place)) - kind.tail.above(own)) / kind.times;
            }
        }
        for (Kind kind : likely) {
            double threshold = thresholds[kind.price];
            kind.add((threshold == Double.POSITIVE_INFINITY ? 0 : kind.tail.above(threshold)) + kind.correction);
            kind.correction = 0;
        }
    }
}
