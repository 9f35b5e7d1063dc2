package dev.buildlog.render;

import dev.buildlog.model.Categories;
import dev.buildlog.model.EntrySummary;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a journal amounts to on one day. Entries dated after that day count in the totals only: not for the week, the
 * month or a streak, and they do not make a stale journal look fresh.
 *
 * @param total number of entries
 * @param thisWeek entries of the last seven calendar days, today included
 * @param thisMonth entries since the first of the month, today included
 * @param withInsights entries with at least one insight
 * @param coverage {@code withInsights} in per cent of {@code total}, rounded down; 0 without entries
 * @param insights number of insights by category: the built-in ones, then the others that occur
 * @param topSources up to five entries with most insights, in the order given where they tie
 * @param currentStreak length of the run of days with entries that ends today or yesterday; 0 where none does
 * @param longestStreak length of the longest run of days with entries
 * @param warnings sentences for the author
 */
record Stats(
        int total,
        int thisWeek,
        int thisMonth,
        int withInsights,
        int coverage,
        Map<String, Integer> insights,
        List<EntrySummary> topSources,
        int currentStreak,
        int longestStreak,
        List<String> warnings) {

    /** @param since first day to look at; null for all */
    static Stats of(List<EntrySummary> all, LocalDate today, @Nullable LocalDate since) {
        List<EntrySummary> entries =
                all.stream().filter(entry -> since == null || !entry.date().isBefore(since)).toList();
        Map<String, Integer> insights = new TreeMap<>(CategoryHeading.ORDER);
        Categories.BUILT_IN.forEach(key -> insights.put(key, 0));
        Map<String, Integer> counted = new HashMap<>();
        entries.forEach(entry -> entry.insights().forEach((key, count) -> counted.merge(key, count, Integer::sum)));
        insights.putAll(counted);
        TreeSet<LocalDate> days = new TreeSet<>();
        entries.stream().map(EntrySummary::date).filter(day -> !day.isAfter(today)).forEach(days::add);
        int with = (int) entries.stream().filter(entry -> entry.total() > 0).count();
        return new Stats(entries.size(), between(entries, today.minusDays(6), today),
                between(entries, today.withDayOfMonth(1), today), with,
                entries.isEmpty() ? 0 : (int) (100L * with / entries.size()), insights,
                top(entries),
                currentStreak(days, today), longestStreak(days),
                warnings(entries.size(), entries.size() - with, days, today, since));
    }

    private static List<EntrySummary> top(List<EntrySummary> entries) {
        record Counted(EntrySummary entry, int total) {}

        return entries.stream().map(entry -> new Counted(entry, entry.total())).filter(one -> one.total > 0)
                .sorted(Comparator.comparingInt(Counted::total).reversed()).limit(5).map(Counted::entry).toList();
    }

    Stats plusWarnings(List<String> more) {
        List<String> all = new ArrayList<>(warnings);
        all.addAll(more);
        return new Stats(total, thisWeek, thisMonth, withInsights, coverage, insights, topSources, currentStreak, longestStreak,
                all);
    }

    private static int between(List<EntrySummary> entries, LocalDate first, LocalDate last) {
        return (int) entries.stream().filter(e -> !e.date().isBefore(first) && !e.date().isAfter(last)).count();
    }

    private static int currentStreak(TreeSet<LocalDate> days, LocalDate today) {
        LocalDate day = days.contains(today) ? today : today.minusDays(1);
        int length = 0;
        while (days.contains(day.minusDays(length))) {
            length++;
        }
        return length;
    }

    private static int longestStreak(TreeSet<LocalDate> days) {
        int longest = 0;
        int length = 0;
        for (LocalDate day : days) {
            length = days.contains(day.minusDays(1)) ? length + 1 : 1;
            longest = Math.max(longest, length);
        }
        return longest;
    }

    private static List<String> warnings(
            int total, int empty, TreeSet<LocalDate> days, LocalDate today, @Nullable LocalDate since) {
        List<String> warnings = new ArrayList<>();
        if (total == 0) {
            warnings.add(since == null ? "No entries found" : "No entries since " + since);
        }
        if (empty > 0) {
            warnings.add(empty + (empty == 1 ? " entry" : " entries") + " with empty Improvements");
        }
        long age = Optional.ofNullable(days.isEmpty() ? null : days.last())
                .map(newest -> ChronoUnit.DAYS.between(newest, today)).orElse(0L);
        if (age > 7) {
            warnings.add("No entries in last 7 days (last entry: " + age + " days ago)");
        }
        return List.copyOf(warnings);
    }
}
