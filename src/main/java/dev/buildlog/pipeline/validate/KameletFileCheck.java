package dev.buildlog.pipeline.validate;

import dev.buildlog.model.Suggestion;
import dev.buildlog.pipeline.validate.Endpoint.Role;
import dev.buildlog.pipeline.validate.YamlNode.Mapping;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Does a Kamelet's file say what a reader and Camel must know, and does its template keep to its type? */
final class KameletFileCheck {

    private static final Set<String> TYPES = Set.of("source", "action", "sink");
    private static final Set<String> PROPERTY_KEYS = Set.of(
            "title", "description", "type", "default", "example", "enum", "format", "deprecated", "minimum", "maximum",
            "pattern", "minLength", "maxLength", "nullable", "x-descriptors");
    private static final Set<String> PROPERTY_TYPES =
            Set.of("string", "integer", "number", "boolean", "object", "array");

    private final Map<String, SourceFile> titles = new HashMap<>();
    private final Map<String, SourceFile> names = new HashMap<>();
    private final boolean houseStyle;
    private final Findings findings;

    KameletFileCheck(boolean houseStyle, Findings findings) {
        this.houseStyle = houseStyle;
        this.findings = findings;
    }

    void check(Kamelet kamelet) {
        SourceFile file = kamelet.file().file();
        YamlNode root = kamelet.file().root();
        if (!(root instanceof Mapping) || !root.text("kind").equals("Kamelet")) {
            findings.add(file, root,
                    "this is no Kamelet; begin with 'apiVersion: camel.apache.org/v1' and 'kind: Kamelet'");
            return;
        }
        if (!root.text("apiVersion").startsWith("camel.apache.org/v1")) {
            findings.add(file, place(root, "apiVersion"), "apiVersion must be camel.apache.org/v1");
        }
        keys(file, root.at("spec"), "spec", Set.of("definition", "template", "types", "dataTypes", "dependencies"));
        Set<String> misspelt = keys(file, root.at("spec", "definition"), "spec.definition",
                Set.of("title", "description", "required", "properties", "type", "example", "externalDocs"));
        name(kamelet, file, root);
        documentation(kamelet, file, root, misspelt);
        kamelet.properties().forEach((name, property) -> property(file, name, property));
        root.items("spec", "definition", "required").forEach(required -> {
            if (!kamelet.properties().containsKey(required.text())) {
                findings.add(file, required, "required names '" + required.text() + "', which is no property"
                        + Suggestion.hint(required.text(), kamelet.properties().keySet(),
                                "; declare it or take it out"));
            }
        });
        template(kamelet, file, root);
    }

    private void name(Kamelet kamelet, SourceFile file, YamlNode root) {
        YamlNode at = place(root, "metadata", "name");
        String expected = Kamelet.nameOf(file);
        if (expected.isEmpty()) {
            findings.add(file, 0, 0, "the file's name must end with " + Kamelet.ENDING + "; rename it");
        } else if (!kamelet.name().equals(expected)) {
            findings.add(file, at, "metadata.name is '" + kamelet.name() + "' but the file is " + file.name()
                    + "; both must say the same");
        }
        SourceFile other = names.putIfAbsent(kamelet.name(), file);
        if (other != null) {
            findings.add(file, at, "Kamelet '" + kamelet.name() + "' is also in " + other.path() + "; remove one");
        }
        YamlNode label = place(root, "metadata", "labels", Kamelet.TYPE_LABEL);
        if (!TYPES.contains(kamelet.type())) {
            findings.add(file, label, "label " + Kamelet.TYPE_LABEL + " must be source, action or sink");
        } else if (!kamelet.name().endsWith("-" + kamelet.type())) {
            findings.add(file, label, "a Kamelet of type " + kamelet.type() + " has a name that ends with -"
                    + kamelet.type()
                    + ", not '" + kamelet.name() + "'; rename it or change the label");
        }
    }

    private void documentation(Kamelet kamelet, SourceFile file, YamlNode root, Set<String> misspelt) {
        YamlNode definition = place(root, "spec", "definition");
        if (kamelet.title().isBlank() && !misspelt.contains("title")) {
            findings.add(file, definition, "spec.definition lacks 'title'; add it");
        } else if (!kamelet.title().isBlank()) {
            SourceFile other = titles.putIfAbsent(kamelet.title(), file);
            if (other != null) {
                findings.add(file, place(root, "spec", "definition", "title"),
                        "title '" + kamelet.title() + "' is also that of " + other.path() + "; tell them apart");
            }
        }
        if (kamelet.description().isBlank() && !misspelt.contains("description")) {
            findings.add(file, definition, "spec.definition lacks 'description'; add it");
        } else if (houseStyle && !kamelet.description().isBlank() && !kamelet.description().strip().endsWith(".")) {
            findings.add(file, place(root, "spec", "definition", "description"),
                    "end the description with a full stop");
        }
    }

    private void property(SourceFile file, String name, Kamelet.Property property) {
        Set<String> misspelt = keys(file, property.at().value(), "property '" + name + "'", PROPERTY_KEYS);
        if (!misspelt.contains("type") && !PROPERTY_TYPES.contains(property.type())) {
            findings.add(file, property.at(), "property '" + name + "' needs a type: string, integer, number, boolean");
        }
        if (property.preset() == null && !property.required() && !misspelt.contains("default")) {
            findings.add(file, property.at(),
                    "property '" + name + "' has no default; give it one or list it under required");
        }
        boolean described = houseStyle
                ? !property.title().isBlank() && !property.description().isBlank()
                : !property.title().isBlank() || !property.description().isBlank();
        if (!described && !misspelt.contains("title") && !misspelt.contains("description")) {
            findings.add(file, property.at(),
                    "property '" + name + "' needs a title " + (houseStyle ? "and" : "or") + " a description");
        }
    }

    private void template(Kamelet kamelet, SourceFile file, YamlNode root) {
        List<Endpoint> endpoints = kamelet.endpoints();
        if (endpoints.stream().noneMatch(e -> e.role() == Role.FROM)) {
            findings.add(file, place(root, "spec", "template"), "the template needs 'from' with uri and steps; add it");
        } else if (kamelet.type().equals("source")) {
            if (endpoints.stream().noneMatch(e -> e.sends() && e.uri().startsWith("kamelet:sink"))) {
                findings.add(file, place(root, "spec", "template"),
                        "a source must hand its messages on; end its steps with 'to: kamelet:sink'");
            }
        } else if (TYPES.contains(kamelet.type())) {
            Endpoint from = endpoints.stream().filter(e -> e.role() == Role.FROM).findFirst().orElseThrow();
            if (!from.uri().startsWith("kamelet:source")) {
                findings.add(file, from.at(), "the template of a Kamelet of type " + kamelet.type()
                        + " begins with 'uri: kamelet:source'");
            }
        }
    }

    /** Reports keys that do not exist and returns those that were probably meant by them. */
    private Set<String> keys(SourceFile file, @Nullable YamlNode node, String where, Set<String> known) {
        Set<String> misspelt = new HashSet<>();
        if (node instanceof Mapping mapping) {
            for (YamlNode.Entry entry : mapping.entries().values()) {
                if (!known.contains(entry.key())) {
                    findings.add(file, entry, "unknown key '" + entry.key() + "' in " + where
                            + Suggestion.hintOrList(entry.key(), known, "; take it out"));
                    Suggestion.of(entry.key(), known).ifPresent(misspelt::add);
                }
            }
        } else if (node != null) {
            findings.add(file, node, where + " must be a mapping, not " + node.describe());
        }
        return misspelt;
    }

    /** The node under {@code keys}, or the nearest one above it that exists. */
    private static YamlNode place(YamlNode root, String... keys) {
        YamlNode place = root;
        for (String key : keys) {
            YamlNode next = place.at(key);
            if (next == null) {
                return place;
            }
            place = next;
        }
        return place;
    }
}
