package dev.buildlog.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.buildlog.model.Candidate;
import dev.buildlog.model.Confidence;
import dev.buildlog.model.EntrySummary;
import dev.buildlog.model.Level;
import dev.buildlog.model.Rule;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatsFormatTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-02-01");
    private static final Instant AT = Instant.parse("2026-02-01T09:30:00.123456Z");
    private static final List<EntrySummary> CORPUS = List.of(
            entry("2026-01-10-auth-api", Map.of("architectural", 1, "workflow", 1, "tool_usage", 1)),
            entry("2026-01-12-billing", Map.of("workflow", 1, "domain_knowledge", 1)),
            entry("2026-01-20-search", Map.of("workflow", 1, "tool_usage", 1)));

    @Test
    void printsTheDashboardOfTheReference() {
        assertThat(StatsFormat.DETAILED.write(CORPUS, List.of(), TODAY, AT, null)).isEqualTo("""
                Buildlog Statistics
                ==================================================

                Entries: 3 total (0 this week, 0 this month)
                Coverage: 100% have Improvements filled out

                By Category:
                  Architectural          1 insights
                  Workflow               3 insights
                  Tool Usage             2 insights
                  Domain Knowledge       1 insights
                  --------------------------
                  Total                  7 insights

                Top Sources:
                  1. 2026-01-10-auth-api.md (3 insights)
                  2. 2026-01-12-billing.md (2 insights)
                  3. 2026-01-20-search.md (2 insights)

                Quality Warnings:
                  - No entries in last 7 days (last entry: 12 days ago)

                Streak: 0 days (longest: 1 days)""");
        assertThat(StatsFormat.TEXT.write(CORPUS, List.of(), TODAY, AT, null)).doesNotContain("Top Sources");
    }

    @Test
    void printsTheSameKeysInJson() throws IOException {
        String json = StatsFormat.JSON.write(CORPUS, List.of(), TODAY, AT, null);

        assertThat(json).startsWith("{\n  \"generated_at\": \"2026-02-01T09:30:00.123456Z\",\n  \"entries\": {\n");
        assertThat(new ObjectMapper().readTree(json)).isEqualTo(new ObjectMapper().readTree("""
                {"generated_at": "2026-02-01T09:30:00.123456Z",
                 "entries": {"total": 3, "this_week": 0, "this_month": 0, "with_improvements": 3,
                 "coverage_percent": 100},
                 "insights": {"total": 7, "by_category": {"architectural": 1, "workflow": 3, "tool_usage": 2,
                              "domain_knowledge": 1}},
                 "rules": {"total": 0, "by_confidence": {"high": 0, "medium": 0, "low": 0}, "contradicted": 0},
                 "top_sources": [{"name": "2026-01-10-auth-api.md", "insights": 3}, {"name": "2026-01-12-billing.md",
                              "insights": 2}, {"name": "2026-01-20-search.md", "insights": 2}],
                 "pipeline": {"last_distill": null, "last_skills": null, "last_export": null},
                 "streak": {"current": 0, "longest": 1},
                 "warnings": ["No entries in last 7 days (last entry: 12 days ago)"]}"""));
    }

    @Test
    void escapesWhatIsNotAscii() {
        assertThat(StatsFormat.JSON.write(List.of(entry("2026-01-31-prüfung", Map.of("workflow", 1))), List.of(), TODAY, AT, null))
                .contains("2026-01-31-pr\\u00FCfung.md");
    }

    @Test
    void countsSevenDaysAndNoFuture() {
        Stats stats = Stats.of(entries("2026-01-25", "2026-01-26", "2026-02-01", "2026-02-02", "2026-03-01"), TODAY,
                null);

        assertThat(stats.total()).isEqualTo(5);
        assertThat(stats.thisWeek()).isEqualTo(2);
        assertThat(stats.thisMonth()).isEqualTo(1);
    }

    @Test
    void aFutureDateHidesNoStaleness() {
        Stats stats = Stats.of(entries("2026-01-01", "2026-02-02"), TODAY, null);

        assertThat(stats.warnings()).contains("No entries in last 7 days (last entry: 31 days ago)");
        assertThat(stats.currentStreak()).isZero();
    }

    @Test
    void aStreakMayEndYesterday() {
        Stats stats = Stats.of(
                entries("2026-01-03", "2026-01-04", "2026-01-05", "2026-01-30", "2026-01-31", "2026-01-31"), TODAY,
                        null);

        assertThat(stats.currentStreak()).isEqualTo(2);
        assertThat(stats.longestStreak()).isEqualTo(3);
    }

    @Test
    void roundsCoverageDownExactly() {
        List<EntrySummary> entries = new ArrayList<>(entries("2026-01-31"));
        for (int i = 0; i < 99; i++) {
            entries.add(entry("2026-01-31-" + i, i < 29 ? Map.of("workflow", 1) : Map.of()));
        }

        assertThat(Stats.of(entries, TODAY, null).coverage()).isEqualTo(29);
        assertThat(Stats.of(entries.subList(0, 3), TODAY, null).coverage()).isEqualTo(66);
        assertThat(Stats.of(entries, TODAY, null).warnings()).contains("71 entries with empty Improvements");
    }

    @Test
    void looksOnlyAtTheDaysAskedFor() {
        assertThat(Stats.of(CORPUS, TODAY, LocalDate.parse("2026-01-12")).total()).isEqualTo(2);
        assertThat(Stats.of(CORPUS, TODAY, TODAY).warnings()).containsExactly("No entries since 2026-02-01");
        assertThat(Stats.of(List.of(), TODAY, null).warnings()).containsExactly("No entries found");
    }

    @Test
    void hasTheSameKeysBeforeInit() throws IOException {
        String json = StatsFormat.JSON.notInitialised("Run buildlog init", TODAY, AT);

        assertThat(new ObjectMapper().readTree(json).fieldNames()).toIterable()
                .containsExactly("initialized", "generated_at", "entries", "insights", "rules", "top_sources", "pipeline",
                        "streak", "warnings", "message");
        assertThat(StatsFormat.TEXT.notInitialised("Run buildlog init", TODAY, AT)).isEqualTo("Run buildlog init");
    }

    private static List<EntrySummary> entries(String... dates) {
        return List.of(dates).stream().map(date -> entry(date, Map.of())).toList();
    }

    private static EntrySummary entry(String name, Map<String, Integer> insights) {
        return new EntrySummary("buildlog/" + name + ".md", LocalDate.parse(name.substring(0, 10)), "", insights);
    }

    @Test
    void countsRulesAndWarnsOfThoseThatContradictEachOther() {
        Rule rule = new Rule("wf-1", "p", "workflow", "Use it", 3, TODAY, TODAY, List.of(), List.of(), List.of("wf-2"), 1);
        List<Candidate> rules = List.of(new Candidate(rule, new Confidence(Level.HIGH, 0.5, "stable")));

        assertThat(StatsFormat.TEXT.write(CORPUS, rules, TODAY, AT, null)).contains("  - 1 rule says the opposite");
        assertThat(StatsFormat.JSON.write(CORPUS, rules, TODAY, AT, null)).contains("\"high\": 1", "\"contradicted\": 1");
    }
}
