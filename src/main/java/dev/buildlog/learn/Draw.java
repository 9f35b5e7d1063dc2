package dev.buildlog.learn;

import dev.buildlog.learn.Selection.Considered;
import dev.buildlog.learn.Selection.Fate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Thompson sampling without replacement: each candidate draws one rate from what is believed of it, and the highest are chosen
 * (Thompson, Biometrika 25, 1933; for several at once Komiyama, Honda, Nakagawa, ICML 2015), as many as there are places and
 * tokens for. The same candidates and seed give the same selection.
 *
 * @param k how many rules to choose, pinned ones among them
 * @param holdOut probability, 0 to 1, with which a chosen rule is withheld; its place stays empty
 * @param budget how many tokens the chosen ones may cost together, pinned ones among them; 0 for no limit
 */
public record Draw(int k, double holdOut, int budget) {

    private static final int FEWEST = 10;
    private static final Comparator<Contender> BY_RULE = (a, b) -> a.rule().compareTo(b.rule());
    /** Propensities are kept to nine decimals: they are that short to store, and far from that exact. */
    private static final double DECIMALS = 1e9;

    /** @throws IllegalArgumentException if a number is negative or {@code holdOut} is no probability */
    public Draw {
        if (k < 0 || budget < 0 || !(holdOut >= 0 && holdOut <= 1)) {
            throw new IllegalArgumentException("k is " + k + " and the budget " + budget + ", which are 0 or more; the"
                    + " hold-out is " + holdOut + ", which lies between 0 and 1");
        }
    }

    /** A draw without a budget. */
    public Draw(int k, double holdOut) {
        this(k, holdOut, 0);
    }

    /** How many rules to choose of so many where nobody says otherwise: a tenth, and not fewer than ten. */
    public static int usual(int candidates) {
        return Math.max(FEWEST, candidates / 10);
    }

    /**
     * Draws once where no rule costs anything.
     *
     * @param beliefs of all candidates, by id
     * @param pinned ids that are shown whatever is drawn; others than candidates are passed over
     */
    public Selection from(Map<String, Beta> beliefs, Set<String> pinned, long seed) {
        List<Contender> contenders = new ArrayList<>();
        beliefs.forEach((rule, belief) -> contenders.add(new Contender(rule, belief, 0, pinned.contains(rule))));
        return from(contenders, seed);
    }

    /**
     * Draws once. Down the drawn order a rule is in while there is a place and its cost and that of all drawn above it are within
     * the budget; after the first that is not, nobody is: a cheap rule gains nothing by being cheap.
     *
     * @param contenders each with an id of its own
     */
    public Selection from(Collection<Contender> contenders, long seed) {
        List<Contender> all = new ArrayList<>(contenders);
        all.sort(BY_RULE);
        List<Contender> pinned = all.stream().filter(Contender::pinned).toList();
        List<Contender> open = pinned.isEmpty() ? all : all.stream().filter(c -> !c.pinned()).toList();
        Places places = new Places(k, budget == 0 ? Places.UNLIMITED : budget).without(pinned);
        double[] propensities = propensities(open, places, all.size(), seed);
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        double[] rates = open.stream().mapToDouble(c -> c.belief().sample(random)).toArray();
        int[] ranks = new int[rates.length];
        Fate[] fates = new Fate[rates.length];
        Arrays.fill(fates, Fate.PASSED);
        long left = places.tokens();
        int rank = pinned.size();
        for (int i : highest(rates, places.count())) {
            int cost = open.get(i).cost();
            left = left < cost ? -1 : left - cost;
            fates[i] = left < 0 ? Fate.NO_ROOM : random.nextDouble() < holdOut ? Fate.WITHHELD : Fate.CHOSEN;
            rank++;
            ranks[i] = left < 0 ? 0 : rank;
        }
        List<Considered> considered = new ArrayList<>(all.size());
        int served = 0;
        int next = 0;
        for (Contender c : all) {
            if (c.pinned()) {
                considered.add(new Considered(c.rule(), c.belief(), c.cost(), ++served, 1, Fate.PINNED));
            } else {
                considered.add(new Considered(c.rule(), c.belief(), c.cost(), ranks[next], propensities[next], fates[next]));
                next++;
            }
        }
        return new Selection(seed, k, holdOut, budget, considered);
    }

    /**
     * Probability of each contender to be drawn, by id: before a coin is tossed, and without the floor that recorded ones have.
     *
     * @param contenders each with an id of its own
     * @param seed of the draws by which it is estimated where it cannot be computed
     */
    public Map<String, Double> chances(Collection<Contender> contenders, long seed) {
        List<Contender> pinned = contenders.stream().filter(Contender::pinned).toList();
        List<Contender> open = contenders.stream().filter(c -> !c.pinned()).sorted(BY_RULE).toList();
        double[] drawn = Propensities.of(open, new Places(k, budget == 0 ? Places.UNLIMITED : budget).without(pinned), seed);
        Map<String, Double> chances = new HashMap<>();
        pinned.forEach(c -> chances.put(c.rule(), 1.0));
        for (int i = 0; i < drawn.length; i++) {
            chances.put(open.get(i).rule(), drawn[i]);
        }
        return chances;
    }

    private double[] propensities(List<Contender> open, Places places, int all, long seed) {
        double floor = 1.0 / all;
        double[] propensities = Propensities.of(open, places, seed);
        for (int i = 0; i < propensities.length; i++) {
            propensities[i] = Math.max(floor, Math.rint(propensities[i] * (1 - holdOut) * DECIMALS) / DECIMALS);
        }
        return propensities;
    }

    /** Places in {@code rates} of the {@code count} highest, in order. */
    private static int[] highest(double[] rates, int count) {
        double[] sorted = rates.clone();
        Arrays.sort(sorted);
        double least = count == 0 ? 2 : count < sorted.length ? sorted[sorted.length - count] : 0;
        return IntStream.range(0, rates.length).filter(i -> rates[i] >= least).boxed()
                .sorted((a, b) -> Double.compare(rates[b], rates[a])).limit(count).mapToInt(Integer::intValue).toArray();
    }
}
