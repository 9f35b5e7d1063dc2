package dev.buildlog.curate;

import dev.buildlog.model.BuildlogException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The similarity backends there are, by name. */
public final class Similarities {

    private final Map<String, Similarity> byName = new TreeMap<>();

    /** @throws IllegalArgumentException if two have one name */
    public Similarities(Collection<? extends Similarity> backends) {
        for (Similarity backend : backends) {
            if (byName.put(backend.name(), backend) != null) {
                throw new IllegalArgumentException("two similarity backends are named " + backend.name());
            }
        }
    }

    /** The backends that need nothing from outside. */
    public static Similarities builtIn() {
        return new Similarities(List.of(new TokenSimilarity()));
    }

    /** @throws BuildlogException (bad configuration) naming the known backends if there is none of that name */
    public Similarity get(String name) {
        Similarity found = byName.get(name);
        if (found == null) {
            throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, unknown(name), null);
        }
        return found;
    }

    private String unknown(String name) {
        String near = byName.keySet().stream()
                .filter(known -> distance(known, name.toLowerCase(Locale.ROOT)) <= Math.max(1, known.length() / 3))
                .findFirst()
                .map(known -> " Did you mean '" + known + "'?")
                .orElse("");
        return "unknown similarity backend '" + name + "'." + near + " Known: " + String.join(", ", byName.keySet());
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
