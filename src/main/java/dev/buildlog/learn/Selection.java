package dev.buildlog.learn;

import java.util.Comparator;
import java.util.List;

/**
 * One draw, with all it takes to repeat and to judge it.
 *
 * @param seed of the random numbers
 * @param k how many rules were wanted
 * @param holdOut probability with which a rule that was drawn is withheld
 * @param budget how many tokens the shown rules were to cost at most; 0 for no limit
 * @param candidates all that took part, by id
 */
public record Selection(long seed, int k, double holdOut, int budget, List<Considered> candidates) {

    public Selection {
        candidates = List.copyOf(candidates);
    }

    /** What became of a candidate. */
    public enum Fate {
        /** Shown because somebody said so; chance had no say. */
        PINNED,
        /** Drawn, and shown. */
        CHOSEN,
        /** Drawn, and kept back by the coin, to see what happens without it. */
        WITHHELD,
        /** Drawn, when what was drawn above it had left too few tokens. */
        NO_ROOM,
        /** Not drawn. */
        PASSED;

        boolean isDrawn() {
            return this == PINNED || this == CHOSEN || this == WITHHELD;
        }
    }

    /**
     * A candidate of the draw.
     *
     * @param belief that the draw was made with
     * @param cost what showing it takes of the budget, in tokens
     * @param rank place in the draw, from 1; 0 for one that did not get in
     * @param propensity probability with which a draw from these beliefs shows the rule, at least 1 / number of candidates
     */
    public record Considered(String rule, Beta belief, int cost, int rank, double propensity, Fate fate) {

        public boolean isShown() {
            return fate == Fate.PINNED || fate == Fate.CHOSEN;
        }
    }

    /** Ids of the rules to show: pinned ones first, then as they were drawn. */
    public List<String> shown() {
        return candidates.stream().filter(Considered::isShown)
                .sorted(Comparator.comparing(Considered::fate).thenComparing(Considered::rank))
                .map(Considered::rule)
                .toList();
    }
}
