package dev.buildlog.learn;

/**
 * What outcomes have said about an arm.
 *
 * @param successes weight of success at {@code asOf}
 * @param failures weight of failure at {@code asOf}
 * @param observations how many rewarded reviews that is, whatever has faded
 * @param asOf number of the project's rewarded review, from 1, for which the weights hold; 0 for no evidence
 */
public record Evidence(double successes, double failures, int observations, int asOf) {

    public static final Evidence NONE = new Evidence(0, 0, 0, 0);

    /** What is left of this at the later rewarded review {@code review}. */
    public Evidence at(int review, HalfLife halfLife) {
        double left = halfLife.left(review - asOf);
        return new Evidence(successes * left, failures * left, observations, review);
    }

    /**
     * This and the outcome of rewarded review {@code review}, which is later than all before.
     *
     * @param value 0 (failure) to 1 (success)
     */
    public Evidence and(double value, int review, HalfLife halfLife) {
        Evidence before = at(review, halfLife);
        return new Evidence(before.successes + value, before.failures + (1 - value), observations + 1, review);
    }

    /** This at half its weight. */
    public Evidence halved() {
        return new Evidence(successes / 2, failures / 2, observations, asOf);
    }

    /** Both together; they must hold for the same review. */
    public Evidence plus(Evidence other) {
        return new Evidence(successes + other.successes, failures + other.failures, observations + other.observations,
                Math.max(asOf, other.asOf));
    }

    /** The belief that follows from {@code prior} and this. */
    public Beta posterior(Beta prior) {
        return prior.plus(successes, failures);
    }
}
