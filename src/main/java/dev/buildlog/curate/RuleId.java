package dev.buildlog.curate;

import dev.buildlog.model.Categories;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
        byte[] hash = sha256().digest(text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        return Categories.prefix(category) + "-" + HexFormat.of().formatHex(hash).substring(0, DIGITS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
