package dev.buildlog.model;

import java.util.Locale;

/** Where a rule stands on its way to the agents, in one word. */
public enum RuleState {
    /** Nobody has decided about it, and it is not believed enough to go out by itself: it waits. */
    NEW,
    /** Nobody has decided about it; it may go out by itself. */
    ACTIVE,
    PROMOTED,
    PINNED,
    /** The gate keeps it back until a person has looked. */
    QUARANTINED,
    REJECTED,
    RETIRED;

    /**
     * The state of a rule.
     *
     * @param held whether the gate keeps it back
     * @param admitted whether it is believed enough to go out without a person
     */
    public static RuleState of(Standing standing, boolean held, boolean admitted) {
        return switch (standing) {
            case REJECTED -> REJECTED;
            case RETIRED -> RETIRED;
            case PROMOTED -> held ? QUARANTINED : PROMOTED;
            case PINNED -> held ? QUARANTINED : PINNED;
            case OPEN -> held ? QUARANTINED : admitted ? ACTIVE : NEW;
        };
    }

    /** As it is written: {@code promoted}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
