package dev.buildlog.pipeline.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The JSON schema of Camel's YAML DSL, as it lies in the camel-yaml-dsl jar. */
final class DslSchema {

    static final String RESOURCE = "schema/camelYamlDsl.json";

    private static final String TEMPLATE = "#/items/definitions/org.apache.camel.model.RouteTemplateDefinition";
    private static final String STEP = "#/items/definitions/org.apache.camel.model.ProcessorDefinition";

    private final JsonNode root;
    private final Map<JsonNode, Shape> shapes = new ConcurrentHashMap<>();

    private DslSchema(JsonNode root) {
        this.root = root;
    }

    /** The schema, or nothing where the jar is missing or damaged. Takes about a tenth of a second. */
    static Optional<DslSchema> load(ClassLoader loader) {
        try (InputStream in = loader.getResourceAsStream(RESOURCE)) {
            return in == null ? Optional.empty() : Optional.of(new DslSchema(new ObjectMapper().readTree(in)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A file of routes: a list of elements. */
    JsonNode routeFile() {
        return root;
    }

    /** The template of a Kamelet; its id is the Kamelet's name and does not stand in it. */
    JsonNode template() {
        return resolve(TEMPLATE);
    }

    /** What a step named {@code name} accepts; nothing where there is no such step. */
    Optional<Shape> step(String name) {
        JsonNode schema = shape(resolve(STEP)).keys.get(name);
        return schema == null ? Optional.empty() : Optional.of(shape(schema));
    }

    Shape shape(JsonNode schema) {
        // nodes are compared by content, which is dear for large ones: only references are remembered
        return schema.has("$ref") && schema.size() <= 3
                ? shapes.computeIfAbsent(schema.get("$ref"), r -> Shape.of(schema, this::resolve))
                : Shape.of(schema, this::resolve);
    }

    private JsonNode resolve(String reference) {
        return reference.startsWith("#/") ? root.at(reference.substring(1)) : MissingNode.getInstance();
    }
}
