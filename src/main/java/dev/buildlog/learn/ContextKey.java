package dev.buildlog.learn;

import dev.buildlog.model.RefusedException;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The one way from what a caller calls the situation of some work to the context whose arms learn from it. */
public final class ContextKey {

    /** The context of whatever has no other. */
    public static final String GENERAL = "general";

    /** Longest key, in UTF-16 units. */
    public static final int LONGEST = 80;

    private ContextKey() {}

    /**
     * The key of {@code given}: lower case, with {@code _} between the words, so that {@code Missing-Test} and
     * {@code missing test} are one context. {@link #GENERAL} for null and for a text without letter or digit.
     *
     * @throws RefusedException if the key has more than {@link #LONGEST} characters
     */
    public static String of(@Nullable String given) {
        if (given == null) {
            return GENERAL;
        }
        String key = Normalizer.normalize(given, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "_")
                .replaceAll("^_|_$", "");
        if (key.length() > LONGEST) {
            throw new RefusedException("the context '" + key.substring(0, 20) + "...' has " + key.length()
                    + " characters; name it in at most " + LONGEST);
        }
        return key.isEmpty() ? GENERAL : key;
    }
}
