package dev.buildlog.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The beans do without a Kamelet what the shipped Kamelets have them do. */
class KameletDefaultsTest {

    @Test
    void improvements() throws IOException {
        JsonNode properties = properties("extract-improvements-action");
        assertThat(value(properties, "headings")).isEqualTo(ImprovementsExtractor.HEADINGS);
        assertThat(value(properties, "skip")).isEqualTo(SectionReader.SKIP);
        assertThat(value(properties, "columns")).isEqualTo(TableReader.COLUMNS);
    }

    @Test
    void sections() throws IOException {
        JsonNode properties = properties("extract-sections-action");
        assertThat(value(properties, "headings")).isEqualTo(SectionsExtractor.HEADINGS);
        assertThat(value(properties, "patterns")).isEqualTo(SectionsExtractor.PATTERNS.strip());
        assertThat(value(properties, "outside")).isEqualTo(ImprovementsExtractor.HEADINGS);
        assertThat(value(properties, "skip")).isEqualTo(SectionReader.SKIP);
        assertThat(value(properties, "columns")).isEqualTo(TableReader.COLUMNS);
    }

    @Test
    void lessons() throws IOException {
        JsonNode properties = properties("extract-lessons-action");
        assertThat(value(properties, "labels")).isEqualTo(Labels.DEFAULT);
        assertThat(value(properties, "phrases")).isEqualTo(Phrases.DEFAULT.strip());
    }

    private static JsonNode properties(String kamelet) throws IOException {
        return new YAMLMapper().readTree(Path.of("components/" + kamelet + ".kamelet.yaml").toFile())
                .at("/spec/definition/properties");
    }

    private static String value(JsonNode properties, String name) {
        return properties.at("/" + name + "/default").asText();
    }
}
