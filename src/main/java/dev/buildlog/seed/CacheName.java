package dev.buildlog.seed;

import dev.buildlog.model.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The file in which the text of a source is kept: readable, and different for different addresses. */
final class CacheName {

    private static final Pattern BEGIN = Pattern.compile("^[A-Za-z]+:(?://)?");
    private static final Pattern QUERY = Pattern.compile("[?#].*", Pattern.DOTALL);
    private static final Pattern ENDING = Pattern.compile("\\.[a-z]+$");
    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9]+");
    private static final int LONGEST = 100;
    private static final int DIGITS = 10;

    private CacheName() {}

    /**
     * Words of host and path joined by underscores, at most 100 characters, then the start of the SHA-256 of the whole address:
     * {@code owasp_Top10_A03_2021_Injection-5f3c0f2a77.md}.
     */
    static String of(String url) {
        List<String> words = new ArrayList<>();
        for (String part : QUERY.matcher(BEGIN.matcher(url).replaceFirst("")).replaceFirst("").split("/")) {
            String word = OTHER.matcher(ENDING.matcher(part).replaceFirst("")).replaceAll("_").replaceAll("^_|_$", "");
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        String readable = String.join("_", words);
        return readable.substring(0, Math.min(LONGEST, readable.length())) + "-" + Sha256.of(url).substring(0, DIGITS) + ".md";
    }
}
