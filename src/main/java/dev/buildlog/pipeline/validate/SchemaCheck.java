package dev.buildlog.pipeline.validate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.buildlog.model.Suggestion;
import dev.buildlog.pipeline.validate.YamlNode.Entry;
import dev.buildlog.pipeline.validate.YamlNode.Mapping;
import dev.buildlog.pipeline.validate.YamlNode.Scalar;
import dev.buildlog.pipeline.validate.YamlNode.Sequence;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Are keys and values those of the YAML DSL? Walks a file along the schema and says one thing per mistake.
 *
 * <p>Where schema and loader differ, the loader decides: numbers and booleans may stand for texts, placeholders for
 * everything, a text for a list of one; an expression must not be missing.
 */
final class SchemaCheck {

    private final DslSchema schema;
    private final SourceFile file;
    private final Findings findings;

    SchemaCheck(DslSchema schema, SourceFile file, Findings findings) {
        this.schema = schema;
        this.file = file;
        this.findings = findings;
    }

    void routeFile(YamlNode root) {
        if (!(root instanceof Sequence)) {
            findings.add(file, root, "a route file is a list; begin each element with '- ', for instance '- route:'");
            return;
        }
        check(root, schema.routeFile(), "");
    }

    void template(YamlNode template) {
        check(template, schema.template(), "template");
    }

    private void check(YamlNode node, JsonNode place, String path) {
        Shape shape = schema.shape(place);
        if (shape.types.isEmpty()) {
            return;
        }
        if (node instanceof Mapping mapping && shape.types.contains("object")) {
            mapping(mapping, shape, path);
        } else if (node instanceof Sequence list && shape.types.contains("array")) {
            JsonNode items = shape.items;
            if (items != null) {
                list.nodes().forEach(item -> check(item, items, path));
            }
            if (list.nodes().isEmpty() && path.endsWith("from.steps")) {
                findings.add(file, list, "a route needs at least one step; add one to " + path);
            }
        } else if (node instanceof Scalar scalar) {
            scalar(scalar, shape, path);
        } else {
            wrongType(node, shape, path);
        }
    }

    private void mapping(Mapping mapping, Shape shape, String path) {
        if (shape.keys.isEmpty()) {
            return;
        }
        if (shape.single && mapping.entries().size() > 1) {
            findings.add(file, mapping.entries().values().stream().skip(1).findFirst().orElseThrow(),
                    "one key only may stand here, not " + mapping.entries().size() + " ("
                            + String.join(", ", mapping.entries().keySet())
                            + "); begin each with '- ' or indent what belongs to the first");
        }
        Set<String> meant = mapping.entries().values().stream()
                .map(entry -> entry(entry, shape, path))
                .collect(Collectors.toSet());
        for (String key : shape.required) {
            if (!meant.contains(key) && !(key.equals("id") && path.equals("template"))) {
                findings.add(file, mapping, where(path) + " lacks '" + key + "'; add it");
            }
        }
        shape.choices.forEach(choice -> choice(mapping, choice, meant, path));
    }

    /** Checks one entry and returns the key it stands for, which for a misspelt one is what was probably meant. */
    private String entry(Entry entry, Shape shape, String path) {
        JsonNode value = shape.keys.get(entry.key());
        if (value != null) {
            check(entry.value(), value, next(path, entry.key()));
            return entry.key();
        }
        Set<String> known = shape.keys.keySet();
        String what = !shape.single
                ? "unknown key '" + entry.key() + "' in " + path
                : "unknown " + (path.isEmpty() ? "element" : "step") + " '" + entry.key() + "'";
        findings.add(file, entry, what + Suggestion.hintOrList(entry.key(), known, "; take it out"));
        return Suggestion.of(entry.key(), known).orElse(entry.key());
    }

    private void choice(Mapping mapping, Set<String> choice, Set<String> meant, String path) {
        List<String> present = mapping.entries().keySet().stream().filter(choice::contains).toList();
        if (present.size() > 1) {
            findings.add(file, mapping.entries().get(present.get(1)),
                    "one of " + String.join(", ", present) + " may stand in " + path + "; keep one");
        } else if (present.isEmpty() && Shape.isExpression(choice) && !path.equals("sort")
                && meant.stream().noneMatch(choice::contains)) {
            findings.add(file, mapping, where(path) + " lacks an expression; add 'simple' or 'constant', for instance");
        }
    }

    private void scalar(Scalar scalar, Shape shape, String path) {
        boolean textual = shape.types.contains("string");
        if (scalar.empty() && !textual) {
            findings.add(file, scalar, "'" + last(path) + "' is empty; give it a value"
                    + (shape.types.contains("object") ? ", if only {}" : ""));
            return;
        }
        boolean open = scalar.text().contains("{{");
        boolean fits = textual
                || open
                || shape.types.contains("boolean") && scalar.text().matches("(?i)true|false")
                || shape.types.contains("number") && scalar.text().matches("[-+]?[0-9]+([.][0-9]+)?")
                || shape.types.contains("array") && isListOfTexts(shape);
        if (!fits) {
            wrongType(scalar, shape, path);
        } else if (!open && !scalar.empty() && !shape.values.isEmpty() && shape.types.equals(Set.of("string"))
                && shape.values.stream().noneMatch(scalar.text()::equalsIgnoreCase)) {
            findings.add(file, scalar, "'" + scalar.text() + "' is no value of " + path
                    + Suggestion.hintOrList(scalar.text(), shape.values, ""));
        }
    }

    private boolean isListOfTexts(Shape shape) {
        return shape.items != null && schema.shape(shape.items).types.contains("string");
    }

    private void wrongType(YamlNode node, Shape shape, String path) {
        String wanted = shape.types.stream().map(SchemaCheck::words).collect(Collectors.joining(" or "));
        findings.add(file, node, where(path) + " must be " + wanted + ", not " + node.describe());
    }

    private static String words(String type) {
        return switch (type) {
            case "object" -> "a mapping";
            case "array" -> "a list";
            case "string" -> "a text";
            case "boolean" -> "true or false";
            default -> "a " + type.toLowerCase(Locale.ROOT);
        };
    }

    private static String where(String path) {
        return path.isEmpty() ? "an element" : path;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** Paths begin anew at each step: {@code route.from.steps}, then {@code to.uri}. */
    private static String next(String path, String key) {
        return path.isEmpty() || path.endsWith(".steps") ? key : path + "." + key;
    }
}
