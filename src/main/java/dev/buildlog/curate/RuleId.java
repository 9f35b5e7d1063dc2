package dev.buildlog.curate;

import dev.buildlog.model.Categories;
import dev.buildlog.model.Sha256;
import java.util.Locale;

/** The stable name of a text as a rule. */
public final class RuleId {

    private static final int DIGITS = 10;

    private RuleId() {}

    /**
     * {@code <prefix>-<10 hex digits>}: the prefix of the category, and the start of the SHA-256 of the text in lower case
     * (full Unicode mapping, independent of the machine's language) as UTF-8. Nothing is trimmed.
     */
    public static String of(String category, String text) {
        return Categories.prefix(category) + "-" + Sha256.of(text.toLowerCase(Locale.ROOT)).substring(0, DIGITS);
    }
}
