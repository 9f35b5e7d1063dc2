package dev.buildlog.evaluate;

/**
 * Hits and the two kinds of error.
 *
 * @param hits what was found and should be
 * @param spurious what was found and should not be
 * @param missed what should be found and was not
 */
public record Counts(int hits, int spurious, int missed) {

    static final Counts NONE = new Counts(0, 0, 0);

    Counts plus(Counts more) {
        return new Counts(hits + more.hits, spurious + more.spurious, missed + more.missed);
    }

    /** Share of what was found that should be, 0 to 1; 1 where nothing was found. */
    public double precision() {
        return hits + spurious == 0 ? 1 : (double) hits / (hits + spurious);
    }

    /** Share of what should be found that was, 0 to 1; 1 where there was nothing to find. */
    public double recall() {
        return hits + missed == 0 ? 1 : (double) hits / (hits + missed);
    }

    /** Harmonic mean of precision and recall, 0 to 1. */
    public double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }
}
