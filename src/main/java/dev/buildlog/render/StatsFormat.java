package dev.buildlog.render;

import dev.buildlog.model.Candidate;
import dev.buildlog.model.EntrySummary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code stats} prints. */
public enum StatsFormat {
    TEXT,
    /** The text with the entries that taught most. */
    DETAILED,
    JSON;

    /**
     * The report.
     *
     * @param entries the live entries
     * @param rules the live rules
     * @param since first day to look at; null for all
     */
    public String write(List<EntrySummary> entries, List<Candidate> rules, LocalDate today, Instant generatedAt,
            @Nullable LocalDate since) {
        return write(entries, rules, Map.of(), today, generatedAt, since);
    }

    /**
     * The report with the states of rules.
     *
     * @param states how many rules are in each state, in the order in which they are shown; empty for none
     */
    public String write(List<EntrySummary> entries, List<Candidate> rules, Map<String, Integer> states, LocalDate today,
            Instant generatedAt, @Nullable LocalDate since) {
        return write(StatsReport.of(entries, rules, states, today, since), generatedAt);
    }

    /** A report that was made before, as of {@code generatedAt}. */
    public String write(StatsReport report, Instant generatedAt) {
        return this == JSON
                ? Layout.asciiJson(document(report.stats(), report.rules(), report.states(), generatedAt))
                : StatsText.of(report.stats(), report.states(), this == DETAILED);
    }

    /**
     * The report of a project without a journal: the same keys, zero, with {@code initialized: false} and a message.
     */
    public String notInitialised(String message, LocalDate today, Instant generatedAt) {
        if (this != JSON) {
            return message;
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("initialized", false);
        document.putAll(document(Stats.of(List.of(), today, null), RuleCounts.of(List.of()), Map.of(), generatedAt));
        document.put("message", message);
        return Layout.asciiJson(document);
    }

    private static Map<String, Object> document(Stats stats, RuleCounts rules, Map<String, Integer> states,
            Instant generatedAt) {
        Map<String, Object> counted = map("total", rules.total(), "by_confidence", rules.byConfidence(), "contradicted",
                rules.contradicted());
        if (!states.isEmpty()) {
            counted.put("by_state", states);
        }
        return map("generated_at", Layout.timestamp(generatedAt),
                "entries", map("total", stats.total(), "this_week", stats.thisWeek(), "this_month", stats.thisMonth(),
                        "with_improvements", stats.withInsights(), "coverage_percent", stats.coverage()),
                "insights", map("total", StatsText.sum(stats), "by_category", stats.insights()),
                "rules", counted,
                "top_sources", stats.topSources().stream()
                        .map(entry -> map("name", StatsText.fileName(entry), "insights", entry.total())).toList(),
                "pipeline", map("last_distill", null, "last_skills", null, "last_export", null),
                "streak", map("current", stats.currentStreak(), "longest", stats.longestStreak()),
                "warnings", stats.warnings());
    }

    private static Map<String, Object> map(@Nullable Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return map;
    }
}
