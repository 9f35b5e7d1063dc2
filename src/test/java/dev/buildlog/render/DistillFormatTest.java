package dev.buildlog.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.buildlog.model.EntrySummary;
import dev.buildlog.model.SourcedInsight;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DistillFormatTest {

    private static final Instant AT = Instant.parse("2026-02-01T09:30:00.123456Z");
    private static final List<EntrySummary> ENTRIES = List.of(
            entry("2026-01-10", "auth-api"), entry("2026-01-12", "billing"), entry("2025-12-31", "search"));
    private static final List<SourcedInsight> INSIGHTS = List.of(
            insight("workflow", "Run tests before commit", "2026-01-10", "Auth API"),
            insight("architectural", "Grüße — 你好", "2026-01-10", "Auth API"),
            insight("workflow", "Use 2026-01-01 as \"yes\"", "2026-01-12", ""),
            insight("uncategorised", "Something", "2026-01-12", "Billing"));

    @Test
    void printsJsonInTheLayoutScriptsKnow() {
        assertThat(DistillFormat.JSON.write(INSIGHTS, ENTRIES, AT, null)).isEqualTo("""
                {
                  "extracted_at": "2026-02-01T09:30:00.123456Z",
                  "entry_count": 3,
                  "patterns": {
                    "architectural": [
                      {
                        "insight": "Grüße — 你好",
                        "source": "buildlog/2026-01-10.md",
                        "date": "2026-01-10",
                        "context": "Auth API"
                      }
                    ],
                    "workflow": [
                      {
                        "insight": "Run tests before commit",
                        "source": "buildlog/2026-01-10.md",
                        "date": "2026-01-10",
                        "context": "Auth API"
                      },
                      {
                        "insight": "Use 2026-01-01 as \\"yes\\"",
                        "source": "buildlog/2026-01-12.md",
                        "date": "2026-01-12",
                        "context": ""
                      }
                    ],
                    "tool_usage": [],
                    "domain_knowledge": [],
                    "uncategorised": [
                      {
                        "insight": "Something",
                        "source": "buildlog/2026-01-12.md",
                        "date": "2026-01-12",
                        "context": "Billing"
                      }
                    ]
                  },
                  "statistics": {
                    "total_patterns": 4,
                    "by_category": {
                      "architectural": 1,
                      "workflow": 2,
                      "tool_usage": 0,
                      "domain_knowledge": 0,
                      "uncategorised": 1
                    },
                    "by_month": {
                      "2025-12": 1,
                      "2026-01": 2
                    }
                  }
                }""");
    }

    @Test
    void printsTheSameInYaml() throws IOException {
        String yaml = DistillFormat.YAML.write(INSIGHTS, ENTRIES, AT, null);

        assertThat(new YAMLMapper().readTree(yaml))
                .isEqualTo(new ObjectMapper().readTree(DistillFormat.JSON.write(INSIGHTS, ENTRIES, AT, null)));
        assertThat(yaml).startsWith("extracted_at: '2026-02-01T09:30:00.123456Z'\nentry_count: 3\n")
                .contains("\n  - insight: Grüße — 你好\n", "    date: '2026-01-10'\n", "    context: ''\n",
                "\n    2026-01: 2");
    }

    @Test
    void showsOneCategoryOnRequest() throws IOException {
        JsonNode workflow = read(DistillFormat.JSON.write(INSIGHTS, ENTRIES, AT, "workflow"));
        JsonNode unknown = read(DistillFormat.JSON.write(INSIGHTS, ENTRIES, AT, "nonsense"));

        assertThat(workflow.path("patterns").fieldNames()).toIterable().containsExactly("workflow");
        assertThat(workflow.at("/statistics/total_patterns").intValue()).isEqualTo(2);
        assertThat(workflow.at("/statistics/by_month/2026-01").intValue()).isEqualTo(2);
        assertThat(unknown.at("/patterns/nonsense")).isEmpty();
    }

    @Test
    void hasTheSameKeysBeforeInit() throws IOException {
        assertThat(read(DistillFormat.JSON.notInitialised("Run buildlog init", Instant.EPOCH))).isEqualTo(read("""
                {"initialized": false, "extracted_at": "1970-01-01T00:00:00Z", "entry_count": 0,
                 "patterns": {"architectural": [], "workflow": [], "tool_usage": [], "domain_knowledge": []},
                 "statistics": {"total_patterns": 0, "by_category": {"architectural": 0, "workflow": 0, "tool_usage": 0,
                 "domain_knowledge": 0}, "by_month": {}}, "message": "Run buildlog init"}"""));
    }

    private static JsonNode read(String json) throws IOException {
        return new ObjectMapper().readTree(json);
    }

    private static EntrySummary entry(String date, String title) {
        return new EntrySummary("buildlog/" + date + ".md", LocalDate.parse(date), title, Map.of());
    }

    private static SourcedInsight insight(String category, String text, String date, String title) {
        return new SourcedInsight(category, text, "buildlog/" + date + ".md", LocalDate.parse(date), title, 1);
    }
}
