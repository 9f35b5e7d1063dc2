package dev.buildlog.pipeline.validate;

import dev.buildlog.pipeline.validate.YamlNode.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A Kamelet as its file declares it, right or wrong; what is missing is empty.
 *
 * @param file the file
 * @param name name by which routes call it
 * @param type {@code source}, {@code action} or {@code sink}
 * @param title title
 * @param description what it does
 * @param properties its parameters by name, in the order of the file
 * @param template its route; null where it has none
 */
record Kamelet(
        ParsedFile file,
        String name,
        String type,
        String title,
        String description,
        Map<String, Property> properties,
        @Nullable YamlNode template) {

    static final String ENDING = ".kamelet.yaml";
    static final String TYPE_LABEL = "camel.apache.org/kamelet.type";

    /**
     * A parameter.
     *
     * @param preset the default; null where there is none
     * @param required whether a route must give it
     */
    record Property(
            Entry at,
            String title,
            String description,
            String type,
            @Nullable String preset,
            String example,
            boolean required) {}

    static Kamelet of(ParsedFile file) {
        YamlNode root = file.root();
        Set<String> required = root.items("spec", "definition", "required").stream()
                .map(YamlNode::text)
                .collect(Collectors.toSet());
        Map<String, Property> properties = new LinkedHashMap<>();
        root.entries("spec", "definition", "properties").forEach((name, entry) -> {
            YamlNode value = entry.value();
            properties.put(name, new Property(entry, value.text("title"), value.text("description"), value.text("type"),
                    value.at("default") == null ? null : value.text("default"), value.text("example"),
                    required.contains(name)));
        });
        return new Kamelet(file, root.text("metadata", "name"), root.text("metadata", "labels", TYPE_LABEL),
                root.text("spec", "definition", "title"), root.text("spec", "definition", "description"), properties,
                root.at("spec", "template"));
    }

    /** Kamelets by the name of their file, by which Camel finds them; of two with one name the first. */
    static Map<String, Kamelet> byName(List<ParsedFile> files) {
        Map<String, Kamelet> kamelets = new LinkedHashMap<>();
        files.stream().map(Kamelet::of).forEach(k -> kamelets.putIfAbsent(nameOf(k.file().file()), k));
        return kamelets;
    }

    /** The name that a file gives its Kamelet; empty where it is not named like one. */
    static String nameOf(SourceFile file) {
        String name = file.name();
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : "";
    }

    /** Endpoints that its template names. */
    List<Endpoint> endpoints() {
        return template == null ? List.of() : EndpointFinder.in(template);
    }

    /** Names of the beans that each use of it gets for itself, with their declarations. */
    Map<String, YamlNode> beans() {
        Map<String, YamlNode> beans = new LinkedHashMap<>();
        if (template != null) {
            template.items("beans").forEach(bean -> beans.putIfAbsent(bean.text("name"), bean));
        }
        return beans;
    }

    /** What placeholders in the template stand for where a route gives nothing. */
    Map<String, String> presets() {
        Map<String, String> presets = new LinkedHashMap<>();
        properties.forEach((name, property) -> {
            if (property.preset() != null) {
                presets.put(name, property.preset());
            }
        });
        return presets;
    }

    /** What placeholders in the template stand for in a use with these options. */
    Map<String, String> values(Map<String, String> options) {
        Map<String, String> values = presets();
        values.putAll(options);
        return values;
    }
}
