package dev.buildlog.learn;

import dev.buildlog.model.Candidate;
import java.util.Locale;

/** Where a rule stands on its way to the agents, in one word. */
public enum RuleState {
    /** Nobody has decided about it, and it is not believed enough to go out by itself: it waits. */
    NEW,
    /** Nobody has decided about it; it goes out by itself. */
    ACTIVE,
    PROMOTED,
    PINNED,
    REJECTED,
    RETIRED,
    /** The gate keeps it back until a person has looked. */
    QUARANTINED;

    /**
     * The state of a rule.
     *
     * @param held whether the gate keeps it back
     */
    public static RuleState of(Candidate candidate, boolean held, Admission admission) {
        return switch (candidate.standing()) {
            case REJECTED -> REJECTED;
            case RETIRED -> RETIRED;
            case PROMOTED -> held ? QUARANTINED : PROMOTED;
            case PINNED -> held ? QUARANTINED : PINNED;
            case OPEN -> held ? QUARANTINED : admission.admits(candidate) ? ACTIVE : NEW;
        };
    }

    /** As it is written: {@code promoted}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
