package dev.buildlog.seed;

import dev.buildlog.model.SeedRule;
import dev.buildlog.model.Sha256;

/** The stable name of a persona's rule. */
public final class SeedId {

    private static final int DIGITS = 8;

    /** Begins the id in the provenance of a rule that comes from a ledger; what follows is the id it has there. */
    private static final String OWN = "bl:";

    private SeedId() {}

    /** The id that a rule has in the ledger it comes from; for any other {@link #of(PersonaName, String)}. */
    public static String of(PersonaName persona, SeedRule rule) {
        return rule.provenance().get("id") instanceof String id && id.startsWith(OWN) && id.length() > OWN.length()
                ? id.substring(OWN.length())
                : of(persona, rule.rule());
    }

    /** {@code <persona>:<8 hex digits>}: the start of the SHA-256 of the text as it is, as UTF-8. */
    public static String of(PersonaName persona, String rule) {
        return persona.value() + ":" + Sha256.of(rule).substring(0, DIGITS);
    }
}
