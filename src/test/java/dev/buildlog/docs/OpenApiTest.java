package dev.buildlog.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** docs/openapi.yaml is sound, and describes what routes/api.camel.yaml answers. */
class OpenApiTest {

    private final JsonNode api;

    OpenApiTest() throws IOException {
        api = new YAMLMapper().readTree(Pages.text("docs/openapi.yaml"));
    }

    @Test
    void describesTheRoutesAndNothingElse() throws IOException {
        Set<String> routes = new TreeSet<>();
        for (JsonNode element : new YAMLMapper().readTree(Pages.text("routes/api.camel.yaml"))) {
            JsonNode from = element.path("route").path("from");
            String uri = from.path("uri").asText();
            if (uri.startsWith("platform-http:")) {
                routes.add(from.at("/parameters/httpMethodRestrict").asText() + uri.substring("platform-http:".length()));
            }
        }
        Set<String> described = new TreeSet<>();
        api.path("paths").fields().forEachRemaining(path -> path.getValue().fieldNames().forEachRemaining(method -> {
            if (!method.equals("parameters")) {
                described.add(method.toUpperCase(java.util.Locale.ROOT) + path.getKey());
            }
        }));
        assertThat(described).isEqualTo(routes);

        Set<String> inDoors = new TreeSet<>(Pages.find(Pages.text("docs/doors.md"), "(?m)^\\| `((?:GET|POST|DELETE) /\\S+)`"));
        assertThat(inDoors.stream().map(line -> line.replace(" ", ""))).containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void referencesLeadSomewhere() {
        assertThat(api.findValuesAsText("$ref")).isNotEmpty()
                .allSatisfy(reference -> assertThat(api.at(reference.substring(1)).isMissingNode()).as(reference).isFalse());
    }

    @Test
    void everyVariableOfAPathIsDescribed() {
        api.path("paths").fields().forEachRemaining(path -> {
            Set<String> described = new TreeSet<>();
            path.getValue().path("parameters").forEach(parameter -> described.add(resolved(parameter).path("name").asText()));
            assertThat(described).as(path.getKey()).containsExactlyInAnyOrderElementsOf(Pages.find(path.getKey(), "\\{(\\w+)}"));
        });
    }

    @Test
    void operationsHaveNamesOfTheirOwnAndAnswersAreDescribed() {
        List<String> names = api.path("paths").findValuesAsText("operationId");
        assertThat(names).doesNotHaveDuplicates().hasSize(api.path("paths").findValues("responses").size());
        api.path("paths").findValues("responses").forEach(responses -> responses.forEach(response ->
                assertThat(resolved(response).path("description").asText()).isNotBlank()));
    }

    @Test
    void examplesAreWhatTheirSchemasSay() {
        List<JsonNode> contents = new ArrayList<>(api.findValues("content"));
        int examples = 0;
        for (JsonNode content : contents) {
            for (JsonNode media : content) {
                List<JsonNode> values = new ArrayList<>(media.path("examples").findValues("value"));
                if (media.has("example")) {
                    values.add(media.path("example"));
                }
                for (JsonNode value : values) {
                    assertThat(problems(media.path("schema"), value)).as(value.toString()).isEmpty();
                    examples++;
                }
            }
        }
        assertThat(examples).isGreaterThan(10);
    }

    /** What is wrong with {@code value}; also keys that the schema does not list. */
    private List<String> problems(JsonNode schema, JsonNode value) {
        ObjectNode whole = ((ObjectNode) api.deepCopy()).retain("components");
        whole.path("components").path("schemas").forEach(OpenApiTest::close);
        whole.setAll((ObjectNode) schema.deepCopy());
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole).validate(value).stream()
                .map(Object::toString)
                .toList();
    }

    private static void close(JsonNode schema) {
        if (schema.path("type").asText().equals("object") && schema.has("properties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? api.at(node.path("$ref").asText().substring(1)) : node;
    }
}
