package dev.buildlog.curate;

import java.util.Collection;
import java.util.Map;

/** Remembers vectors by model and text, since a model takes milliseconds or money for each. */
public interface VectorCache {

    /** Remembers nothing. */
    VectorCache NONE = new VectorCache() {
        @Override
        public Map<String, byte[]> find(String model, Collection<String> texts) {
            return Map.of();
        }

        @Override
        public void keep(String model, Map<String, byte[]> vectors) {
            // each is asked for again
        }
    };

    /** The vectors known for {@code texts}, by text; no entry for a text not known. */
    Map<String, byte[]> find(String model, Collection<String> texts);

    /** Keeps vectors by text. */
    void keep(String model, Map<String, byte[]> vectors);
}
