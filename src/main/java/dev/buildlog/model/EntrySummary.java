package dev.buildlog.model;

import java.time.LocalDate;
import java.util.Map;

/**
 * A live entry and how much was learned from it: a row of {@code stats}.
 *
 * @param path path below the checkout's root, or the submitted key
 * @param date day of the entry
 * @param title heading of the entry; empty where it has none
 * @param insights number of insights by category key; categories without insights are left out
 */
public record EntrySummary(String path, LocalDate date, String title, Map<String, Integer> insights) {

    public EntrySummary {
        insights = Map.copyOf(insights);
    }

    public int total() {
        return insights.values().stream().mapToInt(Integer::intValue).sum();
    }
}
