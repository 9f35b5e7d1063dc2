package dev.buildlog.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.buildlog.seed.SeedReader;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema of seed files and the reader take and refuse the same. */
class SeedSchemaTest {

    private final JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Pages.text("docs/schemas/seed.schema.json"));

    private boolean isTaken(String yaml) throws IOException {
        boolean taken = schema.validate(new YAMLMapper().readTree(yaml)).isEmpty();
        assertThat(SeedReader.read("x.yaml", yaml).problems().isEmpty()).isEqualTo(taken);
        return taken;
    }

    @Test
    void theExampleOfTheGuideIsTaken() throws IOException {
        String example = Pages.blocks(Pages.text("docs/seeds.md"), "yaml").stream()
                .filter(block -> block.startsWith("persona:")).findFirst().orElseThrow();
        assertThat(isTaken(example)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"persona: x\n", "rules: []\n", "rules: [{rule: a, more: b}]\nmetadata: {a: b}\n",
        "rules: [{rule: a, provenance: {id: b, list: [c]}}]\n"})
    void bothTakeIt(String yaml) throws IOException {
        assertThat(isTaken(yaml)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"persona: ../x\n", "version: many\n", "rules: {}\n", "rules: [a]\n", "rules: [{category: a}]\n",
        "rules: [{rule: ' '}]\n", "rules: [{rule: a, tags: b}]\n", "rules: [{rule: a, references: [{url: b}]}]\n",
        "rules: [{rule: a, provenance: b}]\n", "- a\n"})
    void bothRefuseIt(String yaml) throws IOException {
        assertThat(isTaken(yaml)).isFalse();
    }
}
