package dev.buildlog.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class SchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theSchemaSaysWhatTheKeysSay() throws IOException {
        try (InputStream in = Keys.class.getResourceAsStream("/config/schema.json")) {
            JsonNode expected = Schema.of(Keys.ALL);
            assertThat(JSON.readTree(in))
                    .as("config/schema.json must be:%n%s", expected.toPrettyString())
                    .isEqualTo(JSON.readTree(expected.toString()));
        }
    }

    @Test
    void itTakesAndRefusesWhatTheSettingsDo() throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Schema.of(Keys.ALL));
        YAMLMapper yaml = new YAMLMapper();

        assertThat(schema.validate(yaml.readTree("publish: {auto: 'off'}\nhttp: {port: 1}"))).isEmpty();
        assertThat(schema.validate(yaml.readTree("publish: {auto: maybe}\nhttp: {prt: 1}"))).hasSize(2);
    }
}
