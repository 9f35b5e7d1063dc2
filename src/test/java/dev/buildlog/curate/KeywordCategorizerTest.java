package dev.buildlog.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Holder;
import dev.buildlog.model.Insight;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordCategorizerTest {

    private final KeywordCategorizer categorizer = new KeywordCategorizer();

    private String category(String text, String section, String before) {
        EntryVersion entry = EntryVersion.of("p", Holder.SUBMISSION, "a", LocalDate.EPOCH, "", "", Instant.EPOCH)
                .withInsights(List.of(new Insight(text, before, 1, section, text, "x", null)));
        return categorizer.categorise(entry).insights().get(0).category();
    }

    @Test
    void keywordsAreWholeWordsInAnyForm() {
        categorizer.setKeywords("testing: test, property based; security: sql injection, secret");
        assertThat(category("Tests come first", "", "")).isEqualTo("testing");
        assertThat(category("Use the latest image", "", "")).isEmpty();
        assertThat(category("Bind values against SQL injections", "", "")).isEqualTo("security");
        assertThat(category("An injection of SQL", "", "")).isEmpty();
        assertThat(category("Try property-based checks", "", "")).isEqualTo("testing");
    }

    @Test
    void headingsCountTheFirstCategoryWinsAndWhatHasOneKeepsIt() {
        categorizer.setKeywords("security: secret; testing: test");
        assertThat(category("Rotate them", "Guide > Secrets", "")).isEqualTo("security");
        assertThat(category("Test that secrets rotate", "", "")).isEqualTo("security");
        assertThat(category("Test that secrets rotate", "", "workflow")).isEqualTo("workflow");
    }

    @Test
    void withoutKeywordsNothingChanges() {
        assertThat(category("Anything", "", "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"security", "security: ,", ": sql", "Security Stuff: sql", "a: b; c", "a: --"})
    void whatIsNotOfTheFormIsRefused(String keywords) {
        assertThatThrownBy(() -> categorizer.setKeywords(keywords)).isInstanceOf(BuildlogException.class)
                .hasMessageContaining("category: keyword");
    }
}
