package dev.buildlog.evaluate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A text as far as it counts when two are held beside each other: compatibility forms folded (NFKC), lower case, punctuation and
 * emoji as spaces. Of scripts written without spaces the characters are its tokens.
 */
record Wording(List<String> tokens) {

    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern WITHOUT_SPACES =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]", Pattern.UNICODE_CHARACTER_CLASS);

    static Wording of(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String words = NOT_WORDS.matcher(folded).replaceAll(" ").strip();
        if (words.isEmpty()) {
            return new Wording(List.of());
        }
        if (WITHOUT_SPACES.matcher(words).find()) {
            List<String> characters = new ArrayList<>();
            words.codePoints().filter(c -> c != ' ').forEach(c -> characters.add(Character.toString(c)));
            return new Wording(characters);
        }
        return new Wording(List.of(words.split(" ")));
    }

    /** F1 over the tokens, each as often as it occurs, 0 to 1. */
    double f1(Wording other) {
        Map<String, Integer> left = new HashMap<>();
        tokens.forEach(token -> left.merge(token, 1, Integer::sum));
        int shared = 0;
        for (String token : other.tokens) {
            if (left.merge(token, -1, Integer::sum) >= 0) {
                shared++;
            }
        }
        int total = tokens.size() + other.tokens.size();
        return total == 0 ? 1 : 2.0 * shared / total;
    }
}
