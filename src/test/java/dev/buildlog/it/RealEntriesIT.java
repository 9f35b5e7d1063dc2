package dev.buildlog.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that answer, on entries that real people wrote. */
class RealEntriesIT {

    @TempDir
    static Path folder;

    private static Machine machine;
    private static Repository repository;
    private static Run sync;

    @BeforeAll
    static void read() {
        assumeThat(Samples.real()).as("no folder shared/real-entries beside the project").isPresent();
        machine = Machine.in(folder);
        repository = Repository.at(folder.resolve("shop"));
        Samples.copyInto(repository);
        sync = run("sync", "--json");
    }

    @AfterAll
    static void close() {
        if (machine != null) {
            machine.close();
        }
    }

    private static Run run(String... arguments) {
        return machine.run(repository.root(), arguments);
    }

    private static JsonNode json(String... arguments) {
        Run run = run(arguments);
        assertThat(run).extracting(Run::code, Run::err).containsExactly(0, "");
        return run.json();
    }

    @Test
    void syncTellsWhatItReadAndReadsItOnce() {
        assertThat(sync).extracting(Run::code, Run::err).containsExactly(0, "");
        assertThat(sync.json().at("/entries")).hasSize(7);
        assertThat(sync.json().at("/problems")).isEmpty();
        assertThat(json("sync", "--json").at("/entries")).isEmpty();
        assertThat(repository.agents()).contains("bcrypt.compare");
        assertThat(repository.claude()).contains("bcrypt.compare");
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

        for (Path file : Samples.entries(repository.entry("."))) {
            for (String bullet : improvementBullets(file)) {
                assertThat(insights).as("%s: %s", file, bullet).anyMatch(insight -> insight.startsWith(letters(bullet)));
            }
        }
        assertThat(patterns.at("/uncategorised")).as("lessons that nothing is sure of").hasSizeLessThan(5);
        assertThat(files).containsExactlyInAnyOrderEntriesOf(Map.of("2026-01-01-example", 12, "2026-01-15-runpod-", 8,
                "2026-02-07-issue-2", 7, "2026-02-07-mnemosy", 5, "2026-02-09-observa", 8, "2026-02-09-otel-co", 8));
    }

    @Test
    void distillHasTheKeysThatScriptsKnow() {
        JsonNode json = json("distill");
        assertThat(names(json)).containsExactly("extracted_at", "entry_count", "patterns", "statistics");
        assertThat(names(json.at("/patterns"))).startsWith("architectural", "workflow", "tool_usage", "domain_knowledge");
        assertThat(names(json.at("/patterns/workflow/0"))).containsExactly("insight", "source", "date", "context");
        assertThat(names(json.at("/statistics"))).containsExactly("total_patterns", "by_category", "by_month");
        assertThat(json.at("/statistics/total_patterns").asInt()).isEqualTo(48);
        assertThat(json.at("/statistics/by_month").toString()).isEqualTo("{\"2026-01\":2,\"2026-02\":5}");
        assertThat(json.at("/extracted_at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");

        JsonNode yaml = run("distill", "--format", "yaml").yaml();
        assertThat(yaml.at("/patterns")).isEqualTo(json.at("/patterns"));
        assertThat(yaml.at("/statistics")).isEqualTo(json.at("/statistics"));
    }

    @Test
    void distillIsNarrowedAndWrittenToAFile() throws Exception {
        JsonNode workflow = json("distill", "--category", "workflow");
        assertThat(workflow.at("/statistics/total_patterns").asInt()).isEqualTo(workflow.at("/patterns/workflow").size())
                .isGreaterThanOrEqualTo(4);
        assertThat(json("distill", "--since", "2026-02-08").at("/entry_count").asInt()).isEqualTo(2);

        Path target = folder.resolve("patterns.json");
        Run written = run("distill", "-o", target.toString());
        assertThat(written.code()).isZero();
        assertThat(new Run(0, Files.readString(target), "").json().at("/patterns")).isEqualTo(json("distill").at("/patterns"));
        Run refused = run("distill", "-o", target.resolve("below/a/file").toString());
        assertThat(refused).extracting(Run::code, Run::out).containsExactly(1, "");
        assertThat(refused.err()).contains(target.toString()).doesNotContain("Exception", "\tat ");
    }

    @Test
    void skillsInEveryFormat() {
        JsonNode json = json("skills", "--format", "json");
        assertThat(names(json)).containsExactly("generated_at", "source_entries", "total_skills", "skills");
        assertThat(names(json.at("/skills/architectural/0")))
                .startsWith("id", "category", "rule", "frequency", "confidence", "sources", "tags");
        int total = json.at("/total_skills").asInt();
        assertThat(total).isEqualTo(StreamSupport.stream(json.at("/skills").spliterator(), false).mapToInt(JsonNode::size).sum());

        assertThat(run("skills").yaml().at("/skills").findValuesAsText("id")).isEqualTo(json.findValuesAsText("id"));
        assertThat(run("skills", "--format", "markdown").out()).contains("## Learned Skills",
                "Based on 7 buildlog entries, " + total + " actionable skills have emerged:", "### Tool Usage (",
                "(seen once)");
        assertThat(run("skills", "--format", "rules").out()).contains("# Project Rules",
                "*Auto-generated from 7 buildlog entries. " + total + " rules extracted.*", "## Considerations", "- Consider: ");
        assertThat(names(run("skills", "--format", "settings").json())).containsExactly("_comment", "_generated", "rules");
        assertThat(run("skills", "--format", "json", "--min-frequency", "2").json().at("/total_skills").asInt()).isLessThan(total);
        assertThat(run("skills", "--format", "json", "--since", "2026-02-08").json().at("/source_entries").asInt()).isEqualTo(2);
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

        assertThat(run("stats").out()).startsWith("Buildlog Statistics\n" + "=".repeat(50) + "\n\nEntries: 7 total (")
                .containsPattern("  Domain Knowledge +\\d+ insights\n").contains("Streak: ").doesNotContain("Top Sources:");
        assertThat(run("stats", "--detailed").out()).contains("Top Sources:\n  1. 2026-01-01-example.md (12 insights)\n");
    }

    @Test
    void explainShowsEveryLineAndRecordsNothing() {
        JsonNode lines = json("sync", "--explain", "buildlog/2026-01-01-example.md", "--json");
        List<String> text = repository.read("buildlog/2026-01-01-example.md").lines().toList();
        assertThat(lines).hasSameSizeAs(text);
        assertThat(lines.get(230).at("/verdict").asText()).isEqualTo(lines.get(66).at("/verdict").asText()).isEqualTo("taken");
        assertThat(lines.get(208).at("/verdict").asText()).isEqualTo("ignored");
        assertThat(run("sync", "--explain", "buildlog/2026-01-01-example.md").out().lines()).anyMatch(
                line -> line.matches(" *231  taken .*"));

        Run missing = run("sync", "--explain", "buildlog/none.md");
        assertThat(missing).extracting(Run::code, Run::out).containsExactly(1, "");
        assertThat(missing.err()).contains("buildlog/none.md is not there");
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
