package dev.buildlog.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What a person meant by a name that does not exist. */
public final class Suggestion {

    private Suggestion() {}

    /**
     * The known name nearest to {@code name}: at most a third of its letters differ (Damerau-Levenshtein, case
     * ignored); failing that, the shortest one that begins with it. Of equally near names the first in alphabetical
     * order.
     */
    public static Optional<String> of(String name, Collection<String> known) {
        String wanted = name.toLowerCase(Locale.ROOT);
        int limit = Math.max(1, Math.min(name.length(), 60) / 3);
        return known.stream()
                .filter(k -> !k.equals(name))
                .map(k -> new Near(k, distance(wanted, k.toLowerCase(Locale.ROOT), limit)))
                .filter(n -> n.distance <= limit)
                .min(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .map(Near::name)
                .or(() -> known.stream()
                        .filter(k -> wanted.length() > 2 && !k.equals(name))
                        .filter(k -> k.toLowerCase(Locale.ROOT).startsWith(wanted))
                        .min(Comparator.comparingInt(String::length).thenComparing(k -> k)));
    }

    /** {@code "; did you mean 'x'?"}, or {@code otherwise} where nothing is near. */
    public static String hint(String name, Collection<String> known, String otherwise) {
        return of(name, known).map(n -> "; did you mean '" + n + "'?").orElse(otherwise);
    }

    /** The known names as a way out: {@code "; known: a, b"}; {@code otherwise} where there are none or too many. */
    public static String hintOrList(String name, Collection<String> known, String otherwise) {
        boolean readable = !known.isEmpty() && known.size() <= 12;
        return hint(name, known, readable ? "; known: " + String.join(", ", known.stream().sorted().toList())
                : otherwise);
    }

    /** Optimal string alignment distance; anything above {@code limit} comes back as {@code limit + 1}. */
    static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[] before = new int[b.length() + 1];
        int[] above = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] spare = before;
            before = above;
            above = row;
            row = spare;
        }
        return Math.min(above[b.length()], limit + 1);
    }

    private record Near(String name, int distance) {}
}
