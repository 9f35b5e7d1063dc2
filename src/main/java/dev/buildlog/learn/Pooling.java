package dev.buildlog.learn;

/**
 * Partial pooling: what other contexts know about a rule speaks in a context too, as a part of its prior, so that a rule which is
 * new there need not begin from nothing. Its weight is bounded, so that a few outcomes of the context itself outweigh it.
 */
public final class Pooling {

    /** How much an outcome elsewhere counts, against one here. */
    static final double SHARE = 0.3;

    /** As many outcomes as everything elsewhere counts at most. */
    static final double MOST = 4;

    private Pooling() {}

    /**
     * @param prior of the rule
     * @param elsewhere all evidence on the rule out of other contexts
     */
    public static Beta prior(Beta prior, Evidence elsewhere) {
        double weight = elsewhere.successes() + elsewhere.failures();
        double share = weight == 0 ? 0 : Math.min(SHARE, MOST / weight);
        return prior.plus(elsewhere.successes() * share, elsewhere.failures() * share);
    }
}
