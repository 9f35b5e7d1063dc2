package dev.buildlog.render;

import dev.buildlog.model.Categories;
import dev.buildlog.model.EntrySummary;
import dev.buildlog.model.SourcedInsight;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Insights as {@code distill} prints them. */
public enum DistillFormat {
    JSON(Layout::json),
    YAML(Layout::yaml);

    private final Function<Map<String, ?>, String> layout;

    DistillFormat(Function<Map<String, ?>, String> layout) {
        this.layout = layout;
    }

    /**
     * The report.
     *
     * @param insights what the live entries hold; shown in this order within their category
     * @param entries the live entries, for the counts
     * @param category key of the only category to show; null for all
     */
    public String write(
            List<SourcedInsight> insights, List<EntrySummary> entries, Instant extractedAt, @Nullable String category) {
        return layout.apply(document(insights, entries, extractedAt, category));
    }

    /**
     * The report with a part of the insights; the counts are of all.
     *
     * @param part which of the insights that would be shown are
     * @param next how many come before the part behind this one; null for the last part
     */
    public String write(List<SourcedInsight> insights, List<SourcedInsight> part, List<EntrySummary> entries, Instant extractedAt,
            @Nullable String category, @Nullable Integer next) {
        Map<String, Object> document = document(insights, part, entries, extractedAt, category);
        if (part.size() < insights.size()) {
            document.put("next", next);
        }
        return layout.apply(document);
    }

    /**
     * The report of a project without a journal: the same keys, empty, with {@code initialized: false} and a message.
     */
    public String notInitialised(String message, Instant extractedAt) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("initialized", false);
        document.putAll(document(List.of(), List.of(), extractedAt, null));
        document.put("message", message);
        return layout.apply(document);
    }

    private static Map<String, Object> document(
            List<SourcedInsight> insights, List<EntrySummary> entries, Instant extractedAt, @Nullable String category) {
        return document(insights, insights, entries, extractedAt, category);
    }

    private static Map<String, Object> document(List<SourcedInsight> insights, List<SourcedInsight> part,
            List<EntrySummary> entries, Instant extractedAt, @Nullable String category) {
        Map<String, List<Map<String, Object>>> patterns = patterns(part, category);
        Map<String, Integer> counts = new HashMap<>();
        insights.forEach(insight -> counts.merge(insight.category(), 1, Integer::sum));
        Map<String, Integer> byCategory = new TreeMap<>(CategoryHeading.ORDER);
        patterns.keySet().forEach(key -> byCategory.put(key, counts.getOrDefault(key, 0)));
        counts.forEach((key, count) -> {
            if (category == null || key.equals(category)) {
                byCategory.put(key, count);
            }
        });
        Map<String, Object> statistics = new LinkedHashMap<>();
        statistics.put("total_patterns", byCategory.values().stream().mapToInt(Integer::intValue).sum());
        statistics.put("by_category", byCategory);
        statistics.put("by_month", entries.stream().collect(Collectors.groupingBy(
                entry -> entry.date().toString().substring(0, 7), TreeMap::new, Collectors.summingInt(entry -> 1))));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("extracted_at", Layout.timestamp(extractedAt));
        document.put("entry_count", entries.size());
        document.put("patterns", patterns);
        document.put("statistics", statistics);
        return document;
    }

    private static Map<String, List<Map<String, Object>>> patterns(List<SourcedInsight> insights, @Nullable String category) {
        Map<String, List<Map<String, Object>>> patterns = new TreeMap<>(CategoryHeading.ORDER);
        if (category == null) {
            Categories.BUILT_IN.forEach(key -> patterns.put(key, List.of()));
        } else {
            patterns.put(category, List.of());
        }
        insights.stream()
                .filter(insight -> category == null || insight.category().equals(category))
                .collect(Collectors.groupingBy(SourcedInsight::category,
                        Collectors.mapping(DistillFormat::pattern, Collectors.toList())))
                .forEach(patterns::put);
        return patterns;
    }

    private static Map<String, Object> pattern(SourcedInsight insight) {
        Map<String, Object> pattern = new LinkedHashMap<>();
        pattern.put("insight", insight.text());
        pattern.put("source", insight.source());
        pattern.put("date", insight.date().toString());
        pattern.put("context", insight.title());
        return pattern;
    }
}
