package dev.buildlog.pipeline.validate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one place of the DSL accepts: a JSON schema with its references followed and its alternatives laid side by side.
 *
 * <p>Knows the few forms that Camel generates (a text or a mapping; one of several expressions, inline or not), not
 * JSON Schema at large. In exchange a mistake gives one message, where a general validator reports every branch that
 * failed.
 */
final class Shape {

    /** JSON types accepted; empty where everything is. */
    final Set<String> types = new LinkedHashSet<>();

    /** Schemas of the keys. Where there are none, any key goes. */
    final Map<String, JsonNode> keys = new LinkedHashMap<>();

    final Set<String> required = new LinkedHashSet<>();

    /** Keys of which at most one may stand. */
    final List<Set<String>> choices = new ArrayList<>();

    /** Values accepted of a text; empty where every text is. */
    final Set<String> values = new LinkedHashSet<>();

    /** Whether the mapping must hold exactly one key: a step, or an element of a file. */
    boolean single;

    @Nullable JsonNode items;

    private final Function<String, JsonNode> references;

    private Shape(Function<String, JsonNode> references) {
        this.references = references;
    }

    /** @param references schema by the text of a {@code $ref} */
    static Shape of(JsonNode schema, Function<String, JsonNode> references) {
        Shape shape = new Shape(references);
        shape.absorb(schema);
        if (shape.types.isEmpty() && !shape.keys.isEmpty()) {
            shape.types.add("object");
        }
        return shape;
    }

    /** Whether {@code keys} stand for expressions of which one must be there. */
    static boolean isExpression(Set<String> keys) {
        return keys.contains("constant") && keys.contains("simple");
    }

    private void absorb(JsonNode schema) {
        if (schema.has("$ref")) {
            absorb(references.apply(schema.get("$ref").asText()));
        }
        if (schema.has("type")) {
            types.add(schema.get("type").asText());
        }
        schema.path("enum").forEach(value -> values.add(value.asText()));
        schema.path("required").forEach(key -> required.add(key.asText()));
        schema.path("properties").fields().forEachRemaining(key -> put(key.getKey(), key.getValue()));
        single |= schema.path("maxProperties").asInt() == 1;
        if (schema.has("items")) {
            items = schema.get("items");
        }
        schema.path("anyOf").forEach(this::absorb);
        alternatives(schema.path("oneOf"));
    }

    private void alternatives(JsonNode branches) {
        Set<String> choice = new LinkedHashSet<>();
        for (JsonNode branch : branches) {
            if (branch.has("not")) {
                continue;
            }
            boolean oneKey = branch.path("required").size() == 1 && !branch.has("additionalProperties");
            if (oneKey) {
                String key = branch.get("required").get(0).asText();
                choice.add(key);
                put(key, branch.path("properties").path(key));
            } else {
                absorb(branch);
            }
        }
        if (!choice.isEmpty()) {
            types.add("object");
            addChoice(choice);
        }
    }

    /** An expression may stand inline ({@code simple: x}) or under {@code expression}: one choice, not two. */
    private void addChoice(Set<String> choice) {
        for (Set<String> known : choices) {
            if (isExpression(known) && choice.contains("expression")) {
                known.addAll(choice);
                return;
            }
        }
        choices.add(choice);
    }

    /** Generated schemas name a key twice, once without a schema of its own: the one that says something wins. */
    private void put(String key, JsonNode schema) {
        JsonNode known = keys.get(key);
        if (known == null || known.isEmpty()) {
            keys.put(key, schema);
        }
    }
}
