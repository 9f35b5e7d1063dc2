package dev.buildlog.learn;

import dev.buildlog.model.RefusedException;
import dev.buildlog.model.Reward;
import dev.buildlog.model.Suggestion;
import org.jspecify.annotations.Nullable;

/** What an outcome is worth. */
public final class RewardValue {

    /** Distance of a revision of which nothing else is said. */
    static final double USUAL_DISTANCE = 0.5;

    private RewardValue() {}

    /**
     * 1 for accepted, 0 for rejected, 1 - distance for a revision.
     *
     * @param distance how far the revision is from what was reviewed, 0 (a tweak) to 1 (done over); null for the usual; only a
     *     revision's counts
     * @throws RefusedException for an unknown outcome or a distance out of range
     */
    public static double of(String outcome, @Nullable Double distance) {
        if (!Reward.OUTCOMES.contains(outcome)) {
            throw new RefusedException("there is no outcome '" + outcome + "'"
                    + Suggestion.hintOrList(outcome, Reward.OUTCOMES, ""));
        }
        double actual = distance == null ? USUAL_DISTANCE : distance;
        if (!(actual >= 0 && actual <= 1)) {
            throw new RefusedException("the distance is " + actual + "; it lies between 0 (a tweak) and 1 (done over)");
        }
        if (outcome.equals(Reward.REVISION)) {
            return 1 - actual;
        }
        return outcome.equals(Reward.ACCEPTED) ? 1 : 0;
    }
}
