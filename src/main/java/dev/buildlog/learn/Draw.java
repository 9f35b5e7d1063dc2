package dev.buildlog.learn;

import dev.buildlog.learn.Selection.Considered;
import dev.buildlog.learn.Selection.Fate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Thompson sampling without replacement: each candidate draws one rate from what is believed of it, and the highest are chosen
 * (Thompson, Biometrika 25, 1933; for several at once Komiyama, Honda, Nakagawa, ICML 2015). The same candidates and seed give
 * the same selection.
 *
 * @param k how many rules to choose, pinned ones among them
 * @param holdOut probability, 0 to 1, with which a chosen rule is withheld; its place stays empty
 */
public record Draw(int k, double holdOut) {

    private static final int FEWEST = 10;

    /** @throws IllegalArgumentException if {@code k} is negative or {@code holdOut} is no probability */
    public Draw {
        if (k < 0 || !(holdOut >= 0 && holdOut <= 1)) {
            throw new IllegalArgumentException("k is " + k + ", which is 0 or more; the hold-out is " + holdOut
                    + ", which lies between 0 and 1");
        }
    }

    /** How many rules to choose of so many where nobody says otherwise: a tenth, and not fewer than ten. */
    public static int usual(int candidates) {
        return Math.max(FEWEST, candidates / 10);
    }

    private record Drawn(String rule, Beta belief, double rate) {}

    /**
     * Draws once.
     *
     * @param beliefs of all candidates, by id
     * @param pinned ids that are shown whatever is drawn; others than candidates are passed over
     */
    public Selection from(Map<String, Beta> beliefs, Set<String> pinned, long seed) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        List<Drawn> drawn = new ArrayList<>();
        SortedMap<String, Considered> considered = new TreeMap<>();
        new TreeMap<>(beliefs).forEach((rule, belief) -> {
            if (pinned.contains(rule)) {
                considered.put(rule, new Considered(rule, belief, considered.size() + 1, 1, Fate.PINNED));
            } else {
                drawn.add(new Drawn(rule, belief, belief.sample(random)));
            }
        });
        int first = considered.size();
        int places = Math.max(0, k - first);
        Map<String, Double> propensities = propensities(drawn, places, beliefs.size());
        drawn.sort(Comparator.comparingDouble(Drawn::rate).reversed().thenComparing(Drawn::rule));
        for (int i = 0; i < drawn.size(); i++) {
            Drawn one = drawn.get(i);
            considered.put(one.rule, new Considered(one.rule, one.belief, first + i + 1, propensities.get(one.rule),
                    i >= places ? Fate.PASSED : random.nextDouble() < holdOut ? Fate.WITHHELD : Fate.CHOSEN));
        }
        return new Selection(seed, k, holdOut, List.copyOf(considered.values()));
    }

    private Map<String, Double> propensities(List<Drawn> drawn, int places, int all) {
        double[] chosen = Propensities.of(drawn.stream().map(Drawn::belief).toList(), places);
        Map<String, Double> propensities = new HashMap<>();
        for (int i = 0; i < chosen.length; i++) {
            propensities.put(drawn.get(i).rule, Math.max(1.0 / all, chosen[i] * (1 - holdOut)));
        }
        return propensities;
    }
}
