package dev.buildlog.learn;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * The fact that a reviewed work came out somehow, with everything that was decided when it was recorded.
 *
 * @param id unique; the same fact delivered twice has the same id
 * @param sequence place in the ledger that recorded it first; the later outcome of a review supersedes the earlier
 * @param review id of the review; empty where the outcome belongs to none, and then it moves nothing
 * @param context a {@link ContextKey}
 * @param rules ids of the rules it rewards, each once, sorted
 * @param value 0 to 1
 * @param halfLife how fast evidence faded in the project when this was recorded
 */
public record Outcome(String id, long sequence, String review, String context, List<String> rules, double value,
        HalfLife halfLife) {

    /** The order in which outcomes are folded, however they arrive. */
    public static final Comparator<Outcome> ORDER = Comparator.comparingLong(Outcome::sequence).thenComparing(Outcome::id);

    /** @throws IllegalArgumentException if the value is not within 0 and 1 */
    public Outcome {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("the value of an outcome lies between 0 and 1, not at " + value);
        }
        rules = List.copyOf(new TreeSet<>(rules));
    }
}
