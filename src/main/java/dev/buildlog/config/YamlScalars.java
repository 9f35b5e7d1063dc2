package dev.buildlog.config;

import dev.buildlog.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The scalars of a YAML document by dotted name, with where they stand. Mappings are followed only where settings lie
 * below them, so no document nests deeper than the settings do.
 *
 * @param all the scalars in order of the document
 * @param sections the places that hold settings, by dotted name; the document itself under the empty name
 */
record YamlScalars(List<Scalar> all, List<Section> sections) {

    /**
     * @param name dotted name
     * @param value the text of the scalar, quotation marks removed; empty for null
     * @param key the last part of its name
     * @param node the scalar itself
     */
    record Scalar(String name, String value, Node key, Node node) {}

    /** @param node a mapping, or an empty scalar where nothing follows the name */
    record Section(String name, Node node) {}

    /** Reads {@code text}; what is no YAML, or no mapping, goes to {@code problems}. */
    static YamlScalars in(String file, String text, List<Problem> problems) {
        YamlScalars found = new YamlScalars(new ArrayList<>(), new ArrayList<>());
        try {
            Optional<Node> document = new Compose(LoadSettings.builder().setLabel(file).build()).composeString(text);
            document.ifPresent(node -> found.add(file, "", node, node, problems));
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            int line = mark.map(m -> m.getLine() + 1).orElse(0);
            int column = mark.map(m -> m.getColumn() + 1).orElse(0);
            problems.add(new Problem(file, line, column, "is not YAML: " + e.getProblem() + "."));
        } catch (YamlEngineException e) {
            problems.add(new Problem(file, 0, 0, "is not YAML: " + e.getMessage()));
        }
        return found;
    }

    private void add(String file, String name, Node key, Node node, List<Problem> problems) {
        boolean section = name.isEmpty() || Keys.isSection(name);
        if (node instanceof MappingNode mapping && section) {
            sections.add(new Section(name, mapping));
            for (NodeTuple entry : mapping.getValue()) {
                String last = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
                String full = name.isEmpty() ? last : name + "." + last;
                add(file, full, entry.getKeyNode(), entry.getValueNode(), problems);
            }
        } else if (section) {
            if (node.getTag().equals(Tag.NULL)) {
                sections.add(new Section(name, node));
            } else {
                problems.add(problem(file, node, (name.isEmpty() ? "the file" : name)
                        + " must hold settings, one `name: value` a line."));
            }
        } else if (node instanceof ScalarNode scalar) {
            all.add(new Scalar(name, scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue(), key, node));
        } else if (Keys.named(name).isPresent()) {
            problems.add(problem(file, node, name + " must have one plain value."));
        } else {
            problems.add(problem(file, key, Keys.unknown(name)));
        }
    }

    /** A problem at the place of {@code node}. */
    static Problem problem(String file, Node node, String message) {
        Mark mark = node.getStartMark().orElseThrow();
        return new Problem(file, mark.getLine() + 1, mark.getColumn() + 1, message);
    }
}
