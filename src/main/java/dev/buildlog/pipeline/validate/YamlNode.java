package dev.buildlog.pipeline.validate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A YAML document whose every part knows its line and column (from 1). Bounded in depth and size by its reader. */
sealed interface YamlNode {

    int line();

    int column();

    /** What this is, for a person. */
    String describe();

    /** The value under {@code keys}, one level a key; null where any level is missing. */
    default @Nullable YamlNode at(String... keys) {
        YamlNode node = this;
        for (String key : keys) {
            if (!(node instanceof Mapping mapping) || !mapping.entries().containsKey(key)) {
                return null;
            }
            node = mapping.entries().get(key).value();
        }
        return node;
    }

    /** The scalar under {@code keys}; empty where there is none. */
    default String text(String... keys) {
        return at(keys) instanceof Scalar scalar ? scalar.text() : "";
    }

    /** The entries under {@code keys}; empty where there is no mapping. */
    default Map<String, Entry> entries(String... keys) {
        return at(keys) instanceof Mapping mapping ? mapping.entries() : Map.of();
    }

    /** The items under {@code keys}; empty where there is no list. */
    default List<YamlNode> items(String... keys) {
        return at(keys) instanceof Sequence sequence ? sequence.nodes() : List.of();
    }

    /**
     * Every entry below this node, depth first in the order of the file, leaving out what lies below {@code closed}
     * keys.
     */
    default void eachEntry(Set<String> closed, Consumer<Entry> visit) {
        if (this instanceof Mapping mapping) {
            for (Entry entry : mapping.entries().values()) {
                visit.accept(entry);
                if (!closed.contains(entry.key())) {
                    entry.value().eachEntry(closed, visit);
                }
            }
        } else if (this instanceof Sequence list) {
            list.nodes().forEach(node -> node.eachEntry(closed, visit));
        }
    }

    /** Every scalar in this tree. */
    default void eachScalar(Consumer<Scalar> visit) {
        if (this instanceof Scalar scalar) {
            visit.accept(scalar);
        } else if (this instanceof Sequence list) {
            list.nodes().forEach(node -> node.eachScalar(visit));
        } else if (this instanceof Mapping mapping) {
            mapping.entries().values().forEach(entry -> entry.value().eachScalar(visit));
        }
    }

    /** A key with its position, and its value. */
    record Entry(String key, int line, int column, YamlNode value) {}

    /** Entries in the order of the file. */
    record Mapping(int line, int column, Map<String, Entry> entries) implements YamlNode {
        @Override
        public String describe() {
            return "a mapping";
        }
    }

    record Sequence(int line, int column, List<YamlNode> nodes) implements YamlNode {
        @Override
        public String describe() {
            return "a list";
        }
    }

    /** @param empty whether there is no value at all, as opposed to an empty text */
    record Scalar(int line, int column, String text, boolean empty) implements YamlNode {
        @Override
        public String describe() {
            return empty ? "empty" : "'" + (text.length() > 40 ? text.substring(0, 40) + "..." : text) + "'";
        }
    }
}
