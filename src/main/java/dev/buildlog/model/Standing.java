package dev.buildlog.model;

/** What persons have decided about a rule's place in the agents' files. */
public enum Standing {
    /** Nothing yet. */
    OPEN,
    /** May go out: it takes part in the draw. */
    PROMOTED,
    /** Goes out whatever is drawn. */
    PINNED,
    /** Does not go out under any wording, until somebody takes that back. */
    REJECTED,
    /** Went out once and does so no more; its history is kept. */
    RETIRED;

    /** Whether a person has let it out. */
    public boolean isLetOut() {
        return this == PROMOTED || this == PINNED;
    }
}
