package dev.buildlog.learn;

import java.util.Arrays;

/**
 * The highest of a draw, in order, and how high somebody else has to be to get in among them. Rates are places in a {@link Tail};
 * whoever is not in the front counts as 0.
 */
final class Front {

    private final Places places;
    private final double[] rates;
    private final long[] sums;

    /**
     * @param rates highest first
     * @param costs in the same order
     */
    Front(Places places, double[] rates, int[] costs) {
        this.places = places;
        this.rates = rates;
        this.sums = new long[rates.length + 1];
        for (int i = 0; i < costs.length; i++) {
            sums[i + 1] = sums[i] + costs[i];
        }
    }

    /** The rate above which one gets in who is not in the front and costs so much; infinite where no rate helps. */
    double threshold(int cost) {
        int before = Math.min(places.count() - 1, fitting(places.tokens() - cost));
        return before < 0 ? Double.POSITIVE_INFINITY : at(before);
    }

    /** The rate above which whoever is at {@code place}, 0 for the highest, and did get in would get in among the others. */
    double thresholdWithout(int place) {
        int before = Math.min(places.count() - 1, fitting(places.tokens()) - 1);
        return at(before >= place ? before + 1 : before);
    }

    private double at(int place) {
        return place < rates.length ? rates[place] : 0;
    }

    /** How many of the highest cost no more than {@code tokens} together; negative if not even none. */
    private int fitting(long tokens) {
        if (tokens < 0) {
            return -1;
        }
        int found = Arrays.binarySearch(sums, tokens);
        while (found >= 0 && found + 1 < sums.length && sums[found + 1] == tokens) {
            found++;
        }
        int fitting = found >= 0 ? found : -found - 2;
        // the front ends here; as many more as there are places for might fit
        return fitting == rates.length ? Integer.MAX_VALUE - 1 : fitting;
    }
}
