package dev.buildlog.curate.gate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words whose inner letters changed places: a model reads them as easily as a person does. */
final class Scrambled {

    private static final int SHORTEST = 5;
    private static final Pattern WORD = Pattern.compile("[a-z]{5,16}");
    private static final Map<String, String> KNOWN = new HashMap<>();

    static {
        for (String word : Lists.lines("scrambled.txt")) {
            KNOWN.put(key(word), word);
        }
    }

    private Scrambled() {}

    static String putRight(String text) {
        Matcher word = WORD.matcher(text);
        return word.replaceAll(found -> {
            String known = found.group().length() < SHORTEST ? null : KNOWN.get(key(found.group()));
            return known == null ? found.group() : known;
        });
    }

    private static String key(String word) {
        char[] inner = word.substring(1, word.length() - 1).toCharArray();
        Arrays.sort(inner);
        return word.charAt(0) + new String(inner) + word.charAt(word.length() - 1);
    }
}
