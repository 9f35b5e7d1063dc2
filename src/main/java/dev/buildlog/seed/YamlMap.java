package dev.buildlog.seed;

import dev.buildlog.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** One mapping of a YAML document, asked for values of a kind; what is of another kind becomes a problem. */
final class YamlMap {

    private final String file;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final List<Problem> problems;

    private YamlMap(String file, Node node, List<Problem> problems) {
        this.file = file;
        this.node = node;
        this.problems = problems;
    }

    /** @param what how to call it in a message; null, and a problem, where {@code node} is no mapping */
    static @Nullable YamlMap of(String file, Node node, String what, List<Problem> problems) {
        if (!(node instanceof MappingNode mapping)) {
            problems.add(YamlText.problem(file, node, what + " must be a map of 'key: value' lines"));
            return null;
        }
        YamlMap map = new YamlMap(file, node, problems);
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                if (map.values.put(key.getValue(), tuple.getValueNode()) != null) {
                    problems.add(YamlText.problem(file, key, key.getValue() + " stands here a second time; remove one of them"));
                }
            } else {
                problems.add(YamlText.problem(file, tuple.getKeyNode(), "a key must be a text"));
            }
        }
        return map;
    }

    /** The node of a key; null where it is missing or null. */
    @Nullable Node node(String key) {
        Node value = values.get(key);
        return value == null || value.getTag().equals(Tag.NULL) ? null : value;
    }

    /** The text of a key, whatever kind of scalar it is; {@code fallback} where it is missing. */
    String text(String key, String fallback) {
        Node value = node(key);
        if (value == null) {
            return fallback;
        }
        if (value instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        problem(value, key + " must be a text");
        return fallback;
    }

    /** The text of a key that must be there and not be blank; empty, and a problem, where it is not. */
    String required(String key, String way) {
        String text = text(key, "");
        if (text.isBlank() && (node(key) == null || node(key) instanceof ScalarNode)) {
            problem(Optional.ofNullable(values.get(key)).orElse(node), key + " is missing or empty; " + way);
        }
        return text;
    }

    /** A whole number from 0 to 999,999,999. */
    int number(String key, int fallback) {
        String text = text(key, Integer.toString(fallback));
        if (text.matches("\\d{1,9}")) {
            return Integer.parseInt(text);
        }
        problem(values.getOrDefault(key, node), key + " must be a whole number, not '" + text + "'");
        return fallback;
    }

    /** The items of a list; empty where it is missing. */
    List<Node> items(String key) {
        Node value = node(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        problem(value, key + " must be a list, one '- ' a line");
        return List.of();
    }

    /** The texts of a list of texts. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node item : items(key)) {
            if (item instanceof ScalarNode scalar) {
                texts.add(scalar.getValue());
            } else {
                problem(item, "an item of " + key + " must be a text");
            }
        }
        return texts;
    }

    /** The mapping of a key; null where it is missing. */
    @Nullable YamlMap map(String key) {
        Node value = node(key);
        return value == null ? null : of(file, value, key, problems);
    }

    /** The keys with their nodes, in the order of the file. */
    Map<String, Node> values() {
        return values;
    }

    void problem(Node at, String message) {
        problems.add(YamlText.problem(file, at, message));
    }

    void problem(String key, String message) {
        problem(values.getOrDefault(key, node), message);
    }
}
