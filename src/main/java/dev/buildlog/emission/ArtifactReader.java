package dev.buildlog.emission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.buildlog.model.Deliveries;
import dev.buildlog.model.Delivery;
import dev.buildlog.model.Edge;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks artifacts against their schemas and draws out their edges; stands behind the Kamelet {@code check-artifacts-action}. */
public final class ArtifactReader {

    private static final int MOST_REASONS = 3;

    static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final Map<ArtifactType, JsonSchema> schemas = new EnumMap<>(ArtifactType.class);

    /** Each artifact with its type, project and edges, or with why it cannot be taken. */
    public Deliveries check(Deliveries deliveries) {
        return new Deliveries(deliveries.artifacts().stream().map(this::check).toList());
    }

    private Delivery check(Delivery delivery) {
        if (delivery.isRefused()) {
            return delivery;
        }
        Optional<ArtifactType> type = ArtifactType.ofFile(delivery.name());
        if (type.isEmpty()) {
            return delivery.refused("the name begins with no type of artifact that this version knows: "
                    + List.of(ArtifactType.values()).stream().map(ArtifactType::key).collect(Collectors.joining(", ")));
        }
        JsonNode document;
        try {
            document = JSON.readTree(delivery.text());
        } catch (JsonProcessingException e) {
            return delivery.refused("is no JSON document: " + e.getOriginalMessage()
                    + (e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr()));
        }
        if (!document.isObject()) {
            return delivery.refused("is no JSON object");
        }
        Set<ValidationMessage> wrong = schema(type.get()).validate(document);
        if (!wrong.isEmpty()) {
            return delivery.refused("is not as docs/schemas/" + type.get().key() + ".schema.json says: " + wrong.stream()
                    .map(ValidationMessage::getMessage).sorted().limit(MOST_REASONS).collect(Collectors.joining("; ")));
        }
        JsonNode metadata = document.path("metadata");
        return new Delivery(delivery.name(), delivery.text(), type.get().key(),
                metadata.path("project_id").asText(projectOf(delivery.name(), type.get())),
                metadata.path("emitted_at").asText(metadata.path("projected_at").asText("")), edges(document), "");
    }

    /** The project as the name has it: {@code TYPE_PROJECT_<time>...}. */
    private static String projectOf(String name, ArtifactType type) {
        String rest = name.substring(type.key().length() + 1);
        return rest.contains("_") ? rest.substring(0, rest.indexOf('_')) : "";
    }

    private static List<Edge> edges(JsonNode document) {
        List<Edge> edges = new ArrayList<>();
        for (JsonNode edge : document.path("edges")) {
            JsonNode properties = edge.path("properties");
            edges.add(new Edge(edge.path("source_id").asText(), edge.path("target_id").asText(),
                    edge.path("relation_type").asText(), edge.path("confidence").asDouble(1),
                    properties.isObject() ? properties.toString() : "{}"));
        }
        return edges;
    }

    /** Read when the first artifact of its type comes. */
    private synchronized JsonSchema schema(ArtifactType type) {
        return schemas.computeIfAbsent(type, missing -> {
            try (InputStream in = ArtifactReader.class.getResourceAsStream("/schemas/" + missing.key() + ".schema.json")) {
                return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(JSON.readTree(Objects.requireNonNull(in)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
