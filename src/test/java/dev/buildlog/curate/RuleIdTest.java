package dev.buildlog.curate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleIdTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
        "architectural|Use composition over inheritance|arch-b797ef29f4",
        "architectural|use COMPOSITION over inheritance|arch-b797ef29f4",
        "workflow|Run tests before commit|wf-5a6c75c078",
        "workflow| Run tests before commit|wf-633c64984b",
        "workflow|Run tests before commit.|wf-3c1ec4617b",
        "workflow|Run testing before committing|wf-549b2961e9",
        "tool_usage|Use grep -C for context|tool-e6058681ad",
        "tool_usage|Use mypy in CI|tool-8ca4e2f32c",
        "domain_knowledge|HTTP 204 returns no body|dk-f9f40190ef",
        "domain_knowledge|Café menus use UTF-8|dk-8aff95dc14",
        "domain_knowledge|CAFÉ MENUS USE UTF-8|dk-8aff95dc14",
        "security|Parameterize all SQL queries|sk-b53fa1869f",
        "architectural|Always define interfaces before implementations|arch-b0efab23fe",
        "architectural|STRASSE und Straße|arch-2c5a64d244",
        "workflow|İstanbul|wf-4a4df120f7",
        "architectural|''|arch-e3b0c44298",
        "general|Bound every list endpoint|sk-da11df06af"
    })
    void followsThePublishedVectors(String category, String text, String id) {
        assertThat(RuleId.of(category, text)).isEqualTo(id);
    }

    @Test
    void doesNotDependOnTheLanguageOfTheMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(RuleId.of("domain_knowledge", "CAFÉ MENUS USE UTF-8 IN INDEX"))
                    .isEqualTo(RuleId.of("domain_knowledge", "café menus use utf-8 in index"));
        } finally {
            Locale.setDefault(before);
        }
    }
}
