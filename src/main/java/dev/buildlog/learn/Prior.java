package dev.buildlog.learn;

/** What is believed of a rule before any outcome. Belongs to the rule, is computed when read, and is no observation. */
public final class Prior {

    /** Successes that a seed rule of full confidence is credited with in advance. */
    static final double SEED_BOOST = 2;

    private Prior() {}

    /** Of a rule that the project itself learned. */
    public static Beta learned() {
        return Beta.UNIFORM;
    }

    /**
     * Of a rule out of a seed file.
     *
     * @param confidence how sure the seed file is; taken as 0 below 0 and as 1 above 1
     * @throws IllegalArgumentException if {@code confidence} is not a number
     */
    public static Beta seed(double confidence) {
        if (Double.isNaN(confidence)) {
            throw new IllegalArgumentException("the confidence of a seed rule is not a number");
        }
        return Beta.UNIFORM.plus(SEED_BOOST * Math.max(0, Math.min(1, confidence)), 0);
    }
}
