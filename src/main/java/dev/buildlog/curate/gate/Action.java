package dev.buildlog.curate.gate;

import java.util.Locale;

/** What becomes of a text in which a check has found something; from harmless to worst, and the worst one wins. */
public enum Action {

    /** Nothing was found. */
    PASS,

    /** What was found is taken out or made harmless; the rest goes out. */
    STRIP,

    /** A secret was replaced by a mark; the rest goes out. */
    REDACT,

    /** The text waits for a person, who may release it. */
    QUARANTINE,

    /** The text goes out under no circumstances. */
    REFUSE;

    /** The name in lower case, as it stands in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the text stays back. */
    public boolean stops() {
        return this == QUARANTINE || this == REFUSE;
    }
}
