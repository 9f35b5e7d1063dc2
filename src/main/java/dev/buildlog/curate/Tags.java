package dev.buildlog.curate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The technology words of a text. */
public final class Tags {

    private static final Map<String, String> KNOWN = known();

    /** Go as a language: behind a preposition, or before a version or one of its own things. */
    private static final Set<String> BEFORE_GO = Set.of("in", "with", "from", "of", "using", "write", "idiomatic", "for");
    private static final Set<String> AFTER_GO =
            Set.of("mod", "modules", "module", "vet", "test", "build", "run", "code", "routine", "routines", "generics");

    private Tags() {}

    /** Distinct, sorted. {@code go} and {@code cd} count only where they are no verb or command by the look of them. */
    public static List<String> of(String text) {
        List<String> words = words(text);
        SortedSet<String> tags = new TreeSet<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).toLowerCase(Locale.ROOT);
            String tag = KNOWN.get(word);
            boolean verb = word.equals("go") && !isLanguage(words, i) || word.equals("cd") && !isDelivery(words, i);
            if (tag != null && !verb) {
                tags.add(tag);
            }
        }
        return List.copyOf(tags);
    }

    /** The runs of letters and digits. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); ) {
            int c = i < text.length() ? text.codePointAt(i) : ' ';
            if (!Character.isLetterOrDigit(c)) {
                if (i > start) {
                    words.add(text.substring(start, i));
                }
                start = i + Character.charCount(c);
            }
            i += Character.charCount(c);
        }
        return words;
    }

    private static boolean isLanguage(List<String> words, int i) {
        String next = i + 1 < words.size() ? words.get(i + 1).toLowerCase(Locale.ROOT) : "";
        String previous = i > 0 ? words.get(i - 1).toLowerCase(Locale.ROOT) : "";
        boolean capitalInside = i > 0 && words.get(i).equals("Go");
        boolean version = !next.isEmpty() && Character.isDigit(next.charAt(0));
        return capitalInside || version || AFTER_GO.contains(next) || BEFORE_GO.contains(previous);
    }

    private static boolean isDelivery(List<String> words, int i) {
        return words.get(i).equals("CD") || i > 0 && words.get(i - 1).equalsIgnoreCase("ci");
    }

    private static Map<String, String> known() {
        Map<String, String> known = new HashMap<>();
        for (String line : WordList.lines("tags.txt")) {
            String tag = line.substring(0, line.indexOf(':'));
            known.put(tag, tag);
            for (String variant : line.substring(tag.length() + 1).strip().split("\\s+")) {
                known.put(variant, tag);
            }
        }
        known.remove("");
        return Map.copyOf(known);
    }
}
