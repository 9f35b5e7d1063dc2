package dev.buildlog.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.buildlog.mcp.Parameter.Way;
import dev.buildlog.mcp.Tool.Hints;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tools, as the resource {@code mcp/tools.yaml} describes them. */
final class ToolCatalogue {

    /** What says how a value reaches the command; the rest of a parameter is its schema. */
    private static final List<String> WIRING = List.of("option", "flag", "member", "fields", "way", "required", "machine");

    private static final Parameter PLACE = new Parameter("buildlog_dir", Map.of("type", "string", "default", "buildlog",
            "description", "The journal's folder, or the repository; relative to the server's folder."), false, true,
            Way.PLACE, "");

    private ToolCatalogue() {}

    /** All tools, in the order of the file. */
    static List<Tool> all() {
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
        try (InputStream in = ToolCatalogue.class.getResourceAsStream("/mcp/tools.yaml")) {
            List<Tool> tools = new ArrayList<>();
            yaml.readTree(in).fields().forEachRemaining(entry -> tools.add(tool(yaml, entry.getKey(), entry.getValue())));
            return tools;
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled list of tools cannot be read", e);
        }
    }

    /** Those of a set. */
    static List<Tool> of(ToolSet set) {
        return switch (set) {
            case ALL -> all();
            case CORE -> all().stream().filter(Tool::core).toList();
            case PROJECT -> all().stream().flatMap(tool -> tool.withinProject().stream()).toList();
        };
    }

    private static Tool tool(ObjectMapper yaml, String name, JsonNode node) {
        List<Parameter> parameters = new ArrayList<>();
        node.path("parameters").fields().forEachRemaining(entry -> parameters.add(parameter(yaml, entry.getKey(),
                entry.getValue())));
        if (!node.path("nowhere").asBoolean()) {
            parameters.add(PLACE);
        }
        List<String> does = words(node.path("does").asText());
        return new Tool("buildlog_" + name, node.path("title").asText(), node.path("description").asText().strip(),
                new Hints(does.contains("reads"), does.contains("destroys"),
                        does.contains("reads") || does.contains("idempotent")),
                node.path("core").asBoolean(), node.path("machine").asBoolean(), parameters,
                words(node.path("command").asText()), words(node.path("one_of").asText()),
                node.path("under").asText(),
                result(node.path("gives")));
    }

    private static Parameter parameter(ObjectMapper yaml, String name, JsonNode node) {
        Map<String, Object> schema = new LinkedHashMap<>(map(yaml, node));
        WIRING.forEach(schema::remove);
        Way way = node.has("option") ? Way.OPTION : node.has("flag") ? Way.FLAG : node.has("member") ? Way.MEMBERS
                : node.has("fields") ? Way.FIELDS : Way.valueOf(node.path("way").asText().toUpperCase(Locale.ROOT));
        return new Parameter(name, schema, node.path("required").asBoolean(), node.path("machine").asBoolean(), way,
                node.path("option").asText(node.path("flag").asText(node.path("member").asText(fields(node)))));
    }

    private static String fields(JsonNode node) {
        List<String> words = new ArrayList<>();
        node.path("fields").fields().forEachRemaining(field -> words.addAll(List.of(field.getKey(), field.getValue().asText())));
        return String.join(" ", words);
    }

    /** Every answer has these; it may have more. */
    private static Map<String, Object> result(JsonNode gives) {
        Map<String, Object> properties = new LinkedHashMap<>();
        gives.fields().forEachRemaining(entry -> properties.put(entry.getKey(), type(entry.getValue().asText())));
        return Map.of("type", "object", "properties", properties, "required", List.copyOf(properties.keySet()));
    }

    private static Map<String, Object> type(String name) {
        if (name.equals("any")) {
            return Map.of();
        }
        return Map.of("type", name.endsWith("?") ? List.of(name.substring(0, name.length() - 1), "null") : name);
    }

    private static Map<String, Object> map(ObjectMapper yaml, JsonNode node) {
        Map<String, Object> map = new LinkedHashMap<>();
        node.fields().forEachRemaining(entry -> map.put(entry.getKey(), yaml.convertValue(entry.getValue(), Object.class)));
        return map;
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+")).stream().filter(word -> !word.isEmpty()).toList();
    }
}
