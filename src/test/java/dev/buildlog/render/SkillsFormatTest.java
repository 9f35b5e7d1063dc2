package dev.buildlog.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.buildlog.model.Candidate;
import dev.buildlog.model.Level;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked example of the reference. */
class SkillsFormatTest {

    private static final Instant AT = Instant.parse("2026-02-01T09:30:00.123456Z");

    @Test
    void printsYamlInTheLayoutScriptsKnow() {
        assertThat(SkillsFormat.YAML.write(Samples.corpus(), 3, AT)).startsWith("""
                generated_at: '2026-02-01T09:30:00.123456Z'
                source_entries: 3
                total_skills: 4
                skills:
                  architectural:
                  - id: arch-c467b3985b
                    category: architectural
                    rule: Keep token parsing in one module
                    frequency: 1
                    confidence: low
                    sources:
                    - buildlog/2026-01-10-auth-api.md
                    tags: []
                    confidence_score: 0.5
                    confidence_tier: provisional
                  workflow:
                  - id: wf-5a6c75c078
                    category: workflow
                    rule: Run tests before commit
                    frequency: 3
                    confidence: high
                    sources:
                    - buildlog/2026-01-10-auth-api.md
                    - buildlog/2026-01-12-billing.md
                    - buildlog/2026-01-20-search.md
                    tags:
                    - test
                """).doesNotEndWith("\n");
    }

    @Test
    void printsTheSameInJson() throws IOException {
        String json = SkillsFormat.JSON.write(Samples.corpus(), 3, AT);

        assertThat(json).startsWith("""
                {
                  "generated_at": "2026-02-01T09:30:00.123456Z",
                  "source_entries": 3,
                  "total_skills": 4,
                  "skills": {
                    "architectural": [
                      {
                        "id": "arch-c467b3985b",
                """).contains("\"tags\": [],");
        assertThat(new ObjectMapper().readTree(json))
                .isEqualTo(new YAMLMapper().readTree(SkillsFormat.YAML.write(Samples.corpus(), 3, AT)));
    }

    @Test
    void printsMarkdown() {
        assertThat(SkillsFormat.MARKDOWN.write(Samples.corpus(), 3, AT)).isEqualTo("""
                ## Learned Skills

                Based on 3 buildlog entries, 4 actionable skills have emerged:

                ### Architectural (1 skills)

                - ⚪ **Keep token parsing in one module** (seen once)

                ### Workflow (1 skills)

                - 🟢 **Run tests before commit** (seen 3x)

                ### Tool Usage (1 skills)

                - 🟡 **Use mypy in CI** (seen 2x)

                ### Domain Knowledge (1 skills)

                - ⚪ **Stripe retries webhooks for three days** (seen once)

                ---
                *Generated: 2026-02-01T09:30:00.123456Z*""");
    }

    @Test
    void printsRules() {
        assertThat(SkillsFormat.RULES.write(Samples.corpus(), 3, AT)).isEqualTo("""
                # Project Rules

                *Auto-generated from 3 buildlog entries. 4 rules extracted.*

                ## Core Rules

                - Always run tests before commit

                ## Established Patterns

                - Prefer to use mypy in CI

                ## Considerations

                - Consider: Keep token parsing in one module
                - Consider: Stripe retries webhooks for three days

                ---
                *Generated: 2026-02-01T09:30:00.123456Z*""");
    }

    @Test
    void printsSettings() {
        assertThat(SkillsFormat.SETTINGS.write(Samples.corpus(), 3, AT)).isEqualTo("""
                {
                  "_comment": "Auto-generated from 3 buildlog entries",
                  "_generated": "2026-02-01T09:30:00.123456Z",
                  "rules": [
                    "Run tests before commit",
                    "Use mypy in CI"
                  ]
                }""");
    }

    @Test
    void sortsByFrequencyThenByCodePoint() {
        String rules = SkillsFormat.RULES.write(List.of(
                skill("\uFF5E full width", 1), skill("\uD83D\uDE00 smile", 1), skill("b", 2), skill("B", 2)), 1, AT);

        assertThat(rules.lines().filter(line -> line.startsWith("- "))).containsExactly(
                "- Consider: B", "- Consider: b",
                "- Consider: \uFF5E full width", "- Consider: \uD83D\uDE00 smile");
    }

    @Test
    void hasTheSameKeysBeforeInit() throws IOException {
        assertThat(new ObjectMapper().readTree(SkillsFormat.JSON.notInitialised("Run buildlog init", Instant.EPOCH)))
                .isEqualTo(new ObjectMapper().readTree("""
                        {"initialized": false, "generated_at": "1970-01-01T00:00:00Z", "source_entries": 0,
                        "total_skills": 0,
                         "skills": {"architectural": [], "workflow": [], "tool_usage": [], "domain_knowledge": []},
                         "message": "Run buildlog init"}"""));
        assertThat(new YAMLMapper().readTree(SkillsFormat.YAML.notInitialised("m", AT)).path("total_skills").isInt())
                .isTrue();
        assertThat(SkillsFormat.SETTINGS.notInitialised("m", AT)).contains("\"rules\": []", "\"initialized\": false");
        assertThat(SkillsFormat.RULES.notInitialised("m", AT)).isEqualTo("m");
    }

    private static Candidate skill(String text, int frequency) {
        return Samples.rule("wf-0000000000", "workflow", text, frequency, Level.LOW, List.of(), List.of());
    }
}
