package dev.buildlog.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code docs/openapi.yaml} as the contract that it is: what it says of a request's body holds, because bodies are read by it.
 */
public final class Contract {

    private static final int DEEPEST = 32;
    private static final int MOST_NAMED = 3;

    /** What is wrong with the shape, rather than with what is said. */
    private static final Set<String> SHAPE = Set.of("type", "additionalProperties");

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build()).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Path file;
    private volatile @Nullable JsonNode document;
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

    /** @param application folder with the shipped {@code docs}; read when a request first needs it */
    public Contract(Path application) {
        this.file = application.resolve("docs/openapi.yaml");
    }

    /** The whole document. */
    JsonNode document() {
        JsonNode known = document;
        if (known == null) {
            try {
                known = new YAMLMapper().readTree(file.toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            document = known;
        }
        return known;
    }

    /**
     * The body of a request as the schema {@code name} describes it.
     *
     * @throws RequestProblem 400 if it is no JSON, naming line and column, or of another shape; 422 if it says what it may not
     */
    <T> T read(byte @Nullable [] body, String name, Class<T> type) {
        JsonNode json = parse(body == null ? new byte[0] : body);
        Set<ValidationMessage> wrong = schemas.computeIfAbsent(name, this::schema).validate(json);
        if (!wrong.isEmpty()) {
            boolean shape = wrong.stream().anyMatch(message -> SHAPE.contains(message.getType()) && !isMissing(message, json));
            throw new RequestProblem(shape ? 400 : 422, shape ? "Wrong shape" : "Not a " + name.toLowerCase(Locale.ROOT),
                    told(wrong) + ". GET /api/v1/openapi.json says what is taken, under components/schemas/" + name);
        }
        try {
            return JSON.treeToValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the schema " + name + " allows what " + type.getSimpleName() + " cannot hold", e);
        }
    }

    /** As it was sent: one value, nothing twice, nothing behind it. */
    static JsonNode parse(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json != null && !json.isMissingNode()) {
                return json;
            }
            throw new RequestProblem(400, "Not JSON", "the body is empty");
        } catch (StreamConstraintsException e) {
            throw new RequestProblem(400, "Not JSON", "it is nested deeper than " + DEEPEST + " levels, or holds a number or name"
                    + " that is too long" + place(e));
        } catch (CharConversionException e) {
            throw new RequestProblem(400, "Not JSON", "the body is not UTF-8");
        } catch (JsonParseException e) {
            throw new RequestProblem(400, "Not JSON", e.getOriginalMessage() + place(e));
        } catch (JsonProcessingException e) {
            throw new RequestProblem(400, "Not JSON", "there is more than one value" + place(e));
        } catch (IOException e) {
            throw new RequestProblem(400, "Not JSON", "the body is not UTF-8");
        }
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr() + ", column "
                + e.getLocation().getColumnNr();
    }

    /** What should be text and is null was left out. */
    private static boolean isMissing(ValidationMessage message, JsonNode json) {
        return message.getType().equals("type") && message.getInstanceNode() != null && message.getInstanceNode().isNull()
                && !json.isNull();
    }

    private static String told(Set<ValidationMessage> wrong) {
        List<String> messages = wrong.stream().map(ValidationMessage::getMessage)
                // the whole has no name
                .map(message -> message.startsWith(": ") ? "the body" + message : message).sorted().distinct().toList();
        return messages.stream().limit(MOST_NAMED).collect(Collectors.joining("; "))
                + (messages.size() > MOST_NAMED ? "; and " + (messages.size() - MOST_NAMED) + " more" : "");
    }

    private JsonSchema schema(String name) {
        ObjectNode whole = JSON.createObjectNode();
        whole.put("$ref", "#/components/schemas/" + name);
        whole.set("components", document().path("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole,
                SchemaValidatorsConfig.builder().locale(Locale.ENGLISH).build());
    }
}
