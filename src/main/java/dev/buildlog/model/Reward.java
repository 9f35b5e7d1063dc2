package dev.buildlog.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
 * @param notes what else there is to say of it; may be empty
 * @param at when it was known
 */
public record Reward(String id, String project, String outcome, @Nullable Double distance, String review,
        @Nullable List<String> rules, @Nullable String context, String notes, Instant at) {

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
        // messages kept by versions that knew no notes have none
        notes = Objects.requireNonNullElse(notes, "");
    }

    /** A reward without notes. */
    public Reward(String id, String project, String outcome, @Nullable Double distance, String review,
            @Nullable List<String> rules, @Nullable String context, Instant at) {
        this(id, project, outcome, distance, review, rules, context, "", at);
    }

    public Reward withNotes(String newNotes) {
        return new Reward(id, project, outcome, distance, review, rules, context, newNotes, at);
    }
}
