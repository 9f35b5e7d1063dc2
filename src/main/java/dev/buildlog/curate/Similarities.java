package dev.buildlog.curate;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The similarity backends there are, by name. */
public final class Similarities {

    /** The name that stands for the best backend there is. */
    public static final String AUTO = "auto";

    private static final String BEST = "minilm";

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
        Similarity found = byName.get(name.equals(AUTO) ? best() : name);
        if (found == null) {
            throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, unknown(name), null);
        }
        return found;
    }

    /** The name of the backend that {@link #AUTO} stands for. */
    public String best() {
        return byName.containsKey(BEST) ? BEST : TokenSimilarity.NAME;
    }

    private String unknown(String name) {
        return "unknown similarity backend '" + name + "'" + Suggestion.hint(name, byName.keySet(), ".") + " Known: "
                + String.join(", ", byName.keySet());
    }
}
