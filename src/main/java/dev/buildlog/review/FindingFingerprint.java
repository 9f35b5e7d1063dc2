package dev.buildlog.review;

import dev.buildlog.model.Finding;
import dev.buildlog.model.Sha256;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** By which a finding is known again when another iteration tells of it, though the lines around it have moved. */
public final class FindingFingerprint {

    private static final int DIGITS = 16;
    private static final Pattern LINES = Pattern.compile("(?i)#L?\\d+(?:-L?\\d+)?|:\\d+(?::\\d+)?(?:-\\d+(?::\\d+)?)?"
            + "|,?\\s*\\(?\\blines?\\s+\\d+(?:\\s*(?:-|to|and)\\s*\\d+)?\\)?");
    /** In prose a colon and a number may be a port or a ratio: only behind a file's ending it is a line. */
    private static final Pattern LINES_IN_TEXT = Pattern.compile("(?i)(?<=\\.[a-z]{1,6})(?:#L?|:)\\d+(?:[:-]L?\\d+)*"
            + "|\\blines?\\s+\\d+(?:\\s*(?:-|to|and)\\s*\\d+)?");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private FindingFingerprint() {}

    /** 16 hex digits over description, category and file, each without case, punctuation and line numbers. */
    public static String of(Finding finding) {
        return Sha256.of(String.join("\n", words(finding.description()), words(finding.category()), file(finding.location())))
                .substring(0, DIGITS);
    }

    /** The file of a location, without line numbers. */
    static String file(String location) {
        return LINES.matcher(location).replaceAll("").strip().replace('\\', '/').replaceFirst("^\\./", "");
    }

    private static String words(String text) {
        return NO_WORD.matcher(LINES_IN_TEXT.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll(" ")
                .toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
