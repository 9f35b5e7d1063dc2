package dev.buildlog.curate.gate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What words are about: the lists of {@code concepts.txt}, in the languages that the gate knows. */
final class Concepts {

    /** Words that a phrase may have. */
    static final int LONGEST_PHRASE = 4;

    /** Letters by which stems are found; none is shorter. */
    private static final int SHORTEST_STEM = 2;

    private final Map<String, String> words = new HashMap<>();
    private final Map<String, Map<String, String>> stems = new HashMap<>();
    private final Map<String, String> unspaced = new HashMap<>();
    private final Set<String> beginnings = new HashSet<>();
    private int longestUnspaced;

    private Concepts(List<String> lines) {
        for (String line : lines) {
            int colon = line.indexOf(':');
            String concept = line.substring(0, colon);
            Arrays.stream(line.substring(colon + 1).split(" ")).filter(word -> !word.isEmpty())
                    .forEach(word -> add(word, concept));
        }
    }

    /** The concepts as they are shipped. */
    static Concepts shipped() {
        return new Concepts(Lists.lines("concepts.txt"));
    }

    /** What {@code word}, in lower case, is about; a phrase has {@code _} between its words. */
    @Nullable String of(String word) {
        String known = words.get(word);
        if (known != null || word.length() < SHORTEST_STEM) {
            return known;
        }
        int longest = 0;
        for (Map.Entry<String, String> stem : stems.getOrDefault(word.substring(0, SHORTEST_STEM), Map.of()).entrySet()) {
            if (stem.getKey().length() > longest && word.startsWith(stem.getKey())) {
                known = stem.getValue();
                longest = stem.getKey().length();
            }
        }
        return known;
    }

    /** What the phrase is about, which is no stem. */
    @Nullable String ofPhrase(String phrase) {
        return words.get(phrase);
    }

    /** Whether a phrase begins with {@code word}. */
    boolean begins(String word) {
        return beginnings.contains(word);
    }

    /** The longest word that stands at {@code at} in a text without spaces; empty if there is none. */
    String unspacedAt(String text, int at) {
        for (int length = Math.min(longestUnspaced, text.length() - at); length > 0; length--) {
            String word = text.substring(at, at + length);
            if (unspaced.containsKey(word)) {
                return word;
            }
        }
        return "";
    }

    /** What a word of a language without spaces is about. */
    @Nullable String ofUnspaced(String word) {
        return unspaced.get(word);
    }

    /** Whether words of this letter's script have no spaces between them, or endings without number. */
    static boolean isUnspaced(char letter) {
        Character.UnicodeScript script = letter < 0x0e00 ? Character.UnicodeScript.LATIN : Character.UnicodeScript.of(letter);
        return switch (script) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI -> true;
            default -> false;
        };
    }

    private void add(String word, String concept) {
        if (isUnspaced(word.charAt(0))) {
            unspaced.putIfAbsent(word.replace("_", ""), concept);
            longestUnspaced = Math.max(longestUnspaced, word.length());
        } else if (word.endsWith("*")) {
            String stem = word.substring(0, word.length() - 1);
            stems.computeIfAbsent(stem.substring(0, SHORTEST_STEM), any -> new HashMap<>()).putIfAbsent(stem, concept);
        } else {
            words.putIfAbsent(word, concept);
            int end = word.indexOf('_', 1);
            if (end > 0) {
                beginnings.add(word.substring(0, end));
            }
        }
    }
}
