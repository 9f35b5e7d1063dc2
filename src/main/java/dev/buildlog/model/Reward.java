package dev.buildlog.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How reviewed work came out: the message of {@code direct:reward}.
 *
 * @param id unique; a second reward of the same id is the first one delivered again
 * @param project id of the project
 * @param outcome {@link #ACCEPTED}, {@link #REVISION} or {@link #REJECTED}
 * @param distance how far a revision is from what was reviewed, 0 (a tweak) to 1 (done over); null for 0.5, and for other outcomes
 * @param review id of the review; empty for the latest of the project that has no outcome yet
 * @param rules ids of the rules to reward, all of them cited by the review; null for all it cited
 * @param context what the work was about; null for what the review says
 * @param at when it was known
 */
public record Reward(String id, String project, String outcome, @Nullable Double distance, String review,
        @Nullable List<String> rules, @Nullable String context, Instant at) {

    /** The work was taken as it was: value 1. */
    public static final String ACCEPTED = "accepted";

    /** It was taken after changes: value 1 - distance. */
    public static final String REVISION = "revision";

    /** It was thrown away: value 0. */
    public static final String REJECTED = "rejected";

    /** All outcomes. */
    public static final List<String> OUTCOMES = List.of(ACCEPTED, REVISION, REJECTED);

    public Reward {
        rules = rules == null ? null : List.copyOf(rules);
    }
}
