package dev.buildlog.learn;

import java.util.Arrays;
import java.util.List;

/**
 * The probability of each candidate to get in, before any coin is tossed. Integrated where the tokens cannot run out and few
 * different beliefs take part; else estimated from many draws, of which there are as many as the precision takes.
 */
final class Propensities {

    /** Each belief costs some dozens of evaluations of a Beta distribution, and each of these about a microsecond. */
    private static final int FEW_BELIEFS = 200;

    private Propensities() {}

    /**
     * The probabilities in the order of {@code contenders}. The relative standard error is at most a tenth for each that is above
     * one of all; the others are known to be below that.
     *
     * @param contenders none of them pinned
     * @param seed of the draws
     */
    static double[] of(List<Contender> contenders, Places places, long seed) {
        boolean enough = places.neverRunOut(contenders);
        if (places.count() == 0 || enough && places.count() >= contenders.size()) {
            double[] same = new double[contenders.size()];
            Arrays.fill(same, places.count() == 0 ? 0 : 1);
            return same;
        }
        List<Beta> beliefs = contenders.stream().map(Contender::belief).toList();
        return enough && beliefs.stream().distinct().limit(FEW_BELIEFS + 1L).count() <= FEW_BELIEFS
                ? ExactPropensities.of(beliefs, places.count())
                : new SampledPropensities(contenders, places, seed).estimate();
    }
}
