package dev.buildlog.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Checks arguments and results against their schemas (JSON Schema 2020-12). */
final class Schemas implements JsonSchemaValidator {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private final Map<Map<String, Object>, JsonSchema> known = new ConcurrentHashMap<>();

    @Override
    public ValidationResponse validate(Map<String, Object> schema, Object value) {
        JsonNode json = value instanceof JsonNode node ? node : JSON.valueToTree(value);
        Set<ValidationMessage> messages = known.computeIfAbsent(schema, one -> factory.getSchema(JSON.<JsonNode>valueToTree(one)))
                .validate(json);
        return messages.isEmpty()
                // the text is for results that have none; ours have one
                ? ValidationResponse.asValid("")
                : ValidationResponse.asInvalid(messages.stream().map(ValidationMessage::getMessage).sorted()
                        .collect(Collectors.joining("; ")));
    }
}
