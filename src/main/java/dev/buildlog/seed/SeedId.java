package dev.buildlog.seed;

import dev.buildlog.model.Sha256;

/** The stable name of a persona's rule. */
public final class SeedId {

    private static final int DIGITS = 8;

    private SeedId() {}

    /** {@code <persona>:<8 hex digits>}: the start of the SHA-256 of the text as it is, as UTF-8. */
    public static String of(PersonaName persona, String rule) {
        return persona.value() + ":" + Sha256.of(rule).substring(0, DIGITS);
    }
}
