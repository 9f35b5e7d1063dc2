package dev.buildlog.curate;

import java.util.SortedSet;

/** How far one text is backed by another, by their canonical words: for texts that nobody in the project wrote. */
public final class Support {

    /** From this share of common words on, texts that differ in their negations are taken for opposites. */
    private static final double SAME_MATTER = 0.6;

    private Support() {}

    /** Share of the content words of {@code text} that {@code source} has too, 0 to 1; 0 for a text without such words. */
    public static double share(String text, String source) {
        SortedSet<String> words = TokenProfile.of(text).tokens();
        SortedSet<String> backing = TokenProfile.of(source).tokens();
        return (double) words.stream().filter(backing::contains).count() / words.size();
    }

    /** Whether {@code text} says of the same matter the opposite of what {@code source} says. */
    public static boolean reverses(String text, String source) {
        return negations(text) % 2 != negations(source) % 2
                && share(text, source) >= SAME_MATTER && share(source, text) >= SAME_MATTER;
    }

    private static int negations(String text) {
        String signature = TokenProfile.of(text).signature();
        int end = signature.indexOf(' ');
        return end < 0 ? 0 : Integer.parseInt(signature.substring(0, end));
    }
}
