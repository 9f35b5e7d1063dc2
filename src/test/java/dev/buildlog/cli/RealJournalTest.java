package dev.buildlog.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.buildlog.it.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that answer, on entries that real people wrote. */
class RealJournalTest {

    @TempDir
    static Path folder;

    private static Desk desk;
    private static JsonNode sync;

    @BeforeAll
    static void read() {
        assumeThat(Samples.real()).as("no folder shared/real-entries beside the project").isPresent();
        desk = Desk.in(folder).with("BUILDLOG_PUBLISH_AUTO", "low").with("BUILDLOG_PUBLISH_K", "100")
                .with("BUILDLOG_PUBLISH_HOLD_OUT", "0").with("BUILDLOG_PUBLISH_MAX_TOKENS", "0")
                .with("BUILDLOG_EMBEDDINGS_BACKEND", "token");
        Samples.real().ifPresent(real -> Samples.entries(real).forEach(
                file -> desk.write("buildlog/" + file.getFileName(), Samples.read(file))));
        sync = desk.json("sync", "--json");
    }

    private static JsonNode json(String... arguments) {
        JsonNode json = desk.json(arguments);
        assertThat(desk.err()).isEmpty();
        return json;
    }

    private static String out(String... arguments) {
        assertThat(desk.run(arguments)).isEqualTo(ExitCode.DONE);
        return desk.out();
    }

    private static JsonNode yaml(String... arguments) throws IOException {
        return new ObjectMapper(new YAMLFactory()).readTree(out(arguments));
    }

    @Test
    void syncTellsWhatItReadAndReadsItOnce() {
        assertThat(sync.at("/entries")).hasSize(7);
        assertThat(sync.at("/problems")).isEmpty();
        assertThat(json("sync", "--json").at("/entries")).isEmpty();
        assertThat(desk.read("AGENTS.md")).contains("bcrypt.compare");
        assertThat(desk.read("CLAUDE.md")).contains("bcrypt.compare");
    }

    @Test
    void everyImprovementBulletAndTheLessonsElsewhereAreFound() {
        JsonNode patterns = json("distill").at("/patterns");
        Map<String, Integer> files = new TreeMap<>();
        List<String> insights = new ArrayList<>();
        patterns.forEach(category -> category.forEach(one -> {
            files.merge(one.at("/source").asText().substring(9, 27), 1, Integer::sum);
            insights.add(letters(one.at("/insight").asText()));
        }));

        for (Path file : Samples.entries(desk.repository().resolve("buildlog"))) {
            for (String bullet : improvementBullets(file)) {
                assertThat(insights).as("%s: %s", file, bullet).anyMatch(insight -> insight.startsWith(letters(bullet)));
            }
        }
        assertThat(patterns.at("/uncategorised")).as("lessons that nothing is sure of").hasSizeLessThan(5);
        assertThat(files).containsExactlyInAnyOrderEntriesOf(Map.of("2026-01-01-example", 12, "2026-01-15-runpod-", 8,
                "2026-02-07-issue-2", 7, "2026-02-07-mnemosy", 5, "2026-02-09-observa", 8, "2026-02-09-otel-co", 8));
    }

    @Test
    void distillHasTheKeysThatScriptsKnow() throws IOException {
        JsonNode json = json("distill");
        assertThat(names(json)).containsExactly("extracted_at", "entry_count", "patterns", "statistics");
        assertThat(names(json.at("/patterns"))).startsWith("architectural", "workflow", "tool_usage", "domain_knowledge");
        assertThat(names(json.at("/patterns/workflow/0"))).containsExactly("insight", "source", "date", "context");
        assertThat(names(json.at("/statistics"))).containsExactly("total_patterns", "by_category", "by_month");
        assertThat(json.at("/statistics/total_patterns").asInt()).isEqualTo(48);
        assertThat(json.at("/statistics/by_month").toString()).isEqualTo("{\"2026-01\":2,\"2026-02\":5}");
        assertThat(json.at("/extracted_at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");

        JsonNode yaml = yaml("distill", "--format", "yaml");
        assertThat(yaml.at("/patterns")).isEqualTo(json.at("/patterns"));
        assertThat(yaml.at("/statistics")).isEqualTo(json.at("/statistics"));
    }

    @Test
    void distillIsNarrowedAndWrittenToAFile() throws IOException {
        JsonNode workflow = json("distill", "--category", "workflow");
        assertThat(workflow.at("/statistics/total_patterns").asInt()).isEqualTo(workflow.at("/patterns/workflow").size())
                .isGreaterThanOrEqualTo(4);
        assertThat(json("distill", "--since", "2026-02-08").at("/entry_count").asInt()).isEqualTo(2);

        Path target = folder.resolve("patterns.json");
        out("distill", "-o", target.toString());
        assertThat(new ObjectMapper().readTree(target.toFile()).at("/patterns")).isEqualTo(json("distill").at("/patterns"));
        assertThat(desk.run("distill", "-o", target.resolve("below/a/file").toString())).isEqualTo(ExitCode.FAILED);
        assertThat(desk.out()).isEmpty();
        assertThat(desk.err()).contains(target.toString()).doesNotContain("Exception", "\tat ");
    }

    @Test
    void skillsInEveryFormat() throws IOException {
        JsonNode json = json("skills", "--format", "json");
        assertThat(names(json)).containsExactly("generated_at", "source_entries", "total_skills", "skills");
        assertThat(names(json.at("/skills/architectural/0")))
                .startsWith("id", "category", "rule", "frequency", "confidence", "sources", "tags");
        int total = json.at("/total_skills").asInt();
        assertThat(total).isEqualTo(StreamSupport.stream(json.at("/skills").spliterator(), false).mapToInt(JsonNode::size).sum());

        assertThat(yaml("skills").at("/skills").findValuesAsText("id")).isEqualTo(json.findValuesAsText("id"));
        assertThat(out("skills", "--format", "markdown")).contains("## Learned Skills",
                "Based on 7 buildlog entries, " + total + " actionable skills have emerged:", "### Tool Usage (",
                "(seen once)");
        assertThat(out("skills", "--format", "rules")).contains("# Project Rules",
                "*Auto-generated from 7 buildlog entries. " + total + " rules extracted.*", "## Considerations", "- Consider: ");
        assertThat(names(json("skills", "--format", "settings"))).containsExactly("_comment", "_generated", "rules");
        assertThat(json("skills", "--format", "json", "--min-frequency", "2").at("/total_skills").asInt()).isLessThan(total);
        assertThat(json("skills", "--format", "json", "--since", "2026-02-08").at("/source_entries").asInt()).isEqualTo(2);
    }

    @Test
    void stats() {
        JsonNode json = json("stats", "--json");
        assertThat(names(json)).containsExactly("generated_at", "entries", "insights", "rules", "top_sources", "pipeline",
                "streak", "warnings");
        assertThat(names(json.at("/entries"))).containsExactly("total", "this_week", "this_month", "with_improvements",
                "coverage_percent");
        assertThat(json.at("/entries/total").asInt()).isEqualTo(7);
        assertThat(json.at("/insights/total").asInt()).isEqualTo(48);
        assertThat(json.at("/top_sources/0").toString()).isEqualTo("{\"name\":\"2026-01-01-example.md\",\"insights\":12}");
        assertThat(names(json.at("/pipeline"))).containsExactly("last_distill", "last_skills", "last_export");
        assertThat(json.at("/streak/longest").asInt()).isEqualTo(2);

        assertThat(out("stats")).startsWith("Buildlog Statistics\n" + "=".repeat(50) + "\n\nEntries: 7 total (")
                .containsPattern("  Domain Knowledge +\\d+ insights\n").contains("Streak: ").doesNotContain("Top Sources:");
        assertThat(out("stats", "--detailed")).contains("Top Sources:\n  1. 2026-01-01-example.md (12 insights)\n");
    }

    @Test
    void explainShowsEveryLineAndRecordsNothing() {
        JsonNode lines = json("sync", "--explain", "buildlog/2026-01-01-example.md", "--json");
        List<String> text = desk.read("buildlog/2026-01-01-example.md").lines().toList();
        assertThat(lines).hasSameSizeAs(text);
        assertThat(lines.get(230).at("/verdict").asText()).isEqualTo(lines.get(66).at("/verdict").asText()).isEqualTo("taken");
        assertThat(lines.get(208).at("/verdict").asText()).isEqualTo("ignored");
        assertThat(out("sync", "--explain", "buildlog/2026-01-01-example.md").lines()).anyMatch(
                line -> line.matches(" *231  taken .*"));

        assertThat(desk.run("sync", "--explain", "buildlog/none.md")).isEqualTo(ExitCode.FAILED);
        assertThat(desk.out()).isEmpty();
        assertThat(desk.err()).contains("buildlog/none.md is not there");
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Bullets below the heading "Improvements", by a reading of our own: each a line that begins with a dash. */
    private static List<String> improvementBullets(Path file) {
        List<String> bullets = new ArrayList<>();
        boolean inside = false;
        for (String line : Samples.read(file).lines().toList()) {
            if (line.startsWith("## ")) {
                inside = line.strip().equals("## Improvements");
            } else if (inside && line.startsWith("- ")) {
                bullets.add(line.substring(2));
            }
        }
        return bullets;
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
