package dev.buildlog.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The settings as JSON Schema (draft 2020-12), for editors. */
final class Schema {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Schema() {}

    /** The schema of a settings file; {@code config/schema.json} is this, indented. */
    static ObjectNode of(Iterable<Key> keys) {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Settings of buildlog");
        ObjectNode root = closedObject(schema);
        for (Key key : keys) {
            ObjectNode parent = root;
            if (!key.section().isEmpty()) {
                parent = root.has(key.section())
                        ? (ObjectNode) root.get(key.section()).get("properties")
                        : closedObject(root.putObject(key.section()));
            }
            describe(parent.putObject(key.name().substring(key.name().lastIndexOf('.') + 1)), key);
        }
        return schema;
    }

    private static ObjectNode closedObject(ObjectNode schema) {
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        return schema.putObject("properties");
    }

    private static void describe(ObjectNode property, Key key) {
        String place = key.scope() == Scope.HOME ? " Only in the home's config.yaml." : "";
        property.put("description", key.description() + place);
        switch (key.type()) {
            case NUMBER -> {
                property.put("type", "integer").put("minimum", key.least()).put("maximum", key.most());
                property.put("default", Long.parseLong(key.defaultValue()));
            }
            case SHARE -> {
                property.put("type", "number").put("minimum", 0).put("maximum", 1);
                property.put("default", Double.parseDouble(key.defaultValue()));
            }
            case FLAG -> property.put("type", "boolean").put("default", Boolean.parseBoolean(key.defaultValue()));
            case CHOICE -> {
                key.choices().forEach(property.putArray("enum")::add);
                property.put("default", key.defaultValue());
            }
            case TEXT, ADDRESS, FOLDER, HOST ->
                    property.put("type", "string").put("minLength", 1).put("default", key.defaultValue());
        }
    }
}
