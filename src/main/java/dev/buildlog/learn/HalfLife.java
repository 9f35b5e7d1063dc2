package dev.buildlog.learn;

/**
 * How fast evidence fades.
 *
 * @param reviews number of later rewarded reviews after which an outcome counts half; 0 if none ever fades
 */
public record HalfLife(double reviews) {

    /** Every outcome counts in full for ever. */
    public static final HalfLife NEVER = new HalfLife(0);

    /** @throws IllegalArgumentException if {@code reviews} is negative or not finite */
    public HalfLife {
        if (!(reviews >= 0 && reviews < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a half-life is a number of reviews, 0 for never; not " + reviews);
        }
    }

    /** The half-life with which each step multiplies what came before by {@code factor}, above 0 and below 1. */
    public static HalfLife ofFactor(double factor) {
        return new HalfLife(Math.log(0.5) / Math.log(factor));
    }

    /**
     * What is left of the weight 1 after {@code age} later reviews. The same bits on every machine, since posteriors must not
     * depend on where they were folded.
     */
    public double left(int age) {
        return reviews == 0 || age == 0 ? 1 : StrictMath.pow(0.5, age / reviews);
    }
}
