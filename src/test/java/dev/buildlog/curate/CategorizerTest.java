package dev.buildlog.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.model.BuildlogException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CategorizerTest {

    private final Categorizer categorizer = new Categorizer();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Improvements > Architectural|architectural",
        "Improvements > WORKFLOW:|workflow",
        "Improvements > 🔧 Tool Usage 🔧|tool_usage",
        "Improvements > tool_usage|tool_usage",
        "Improvements > **Domain-Knowledge**!|domain_knowledge",
        "Improvements > Workflow > In detail|workflow",
        "Architectural > Workflow|workflow",
        "Improvements > Workflows and more|uncategorised",
        "Improvements|uncategorised",
        "''|uncategorised"
    })
    void takesTheNearestHeadingThatNamesACategory(String section, String category) {
        assertThat(categoryOf(section, "")).isEqualTo(category);
    }

    @Test
    void keepsACategoryThatIsThere() {
        assertThat(categoryOf("Improvements > Workflow", "security")).isEqualTo("security");
    }

    @Test
    void knowsHeadingsOfATeamAndAFallback() {
        categorizer.setHeadings("Security & Privacy=security, Werkzeuge = tool_usage, Workflow=process");
        categorizer.setFallback("general");
        assertThat(categoryOf("Improvements > security & privacy", "")).isEqualTo("security");
        assertThat(categoryOf("Improvements > Werkzeuge", "")).isEqualTo("tool_usage");
        assertThat(categoryOf("Improvements > Workflow", "")).isEqualTo("process");
        assertThat(categoryOf("Improvements > Architectural", "")).isEqualTo("architectural");
        assertThat(categoryOf("Journey", "")).isEqualTo("general");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Security", "=security", "Security=", "Security=Not A Key", "A=a,,B=b"})
    void refusesHeadingsOfAnotherForm(String headings) {
        assertThatThrownBy(() -> categorizer.setHeadings(headings))
                .isInstanceOfSatisfying(BuildlogException.class,
                        e -> assertThat(e.kind()).isEqualTo(BuildlogException.Kind.BAD_CONFIGURATION))
                .hasMessageContaining("headings");
    }

    private String categoryOf(String section, String category) {
        return categorizer
                .categorise(Samples.entry(Samples.insight("text", category, section)))
                .insights().get(0).category();
    }
}
