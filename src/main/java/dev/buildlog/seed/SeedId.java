package dev.buildlog.seed;

import dev.buildlog.model.SeedRule;
import dev.buildlog.model.Sha256;
import java.util.regex.Pattern;

/** The stable name of a persona's rule. */
public final class SeedId {

    private static final int DIGITS = 8;
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}_-]{1,64}(:[\\p{L}\\p{N}._-]{1,100}){1,3}");

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

    /** The id by which a rule is cited: the one its file gives, where it has the form of one, or one made from its text. */
    public static String of(String persona, SeedRule rule) {
        return isOne(rule.givenId()) ? rule.givenId() : of(new PersonaName(persona), rule.rule());
    }

    /** Whether a text has the form of an id: words of letters, digits, hyphens and the like, joined by one to three colons. */
    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }
}
