package dev.buildlog.render;

import dev.buildlog.model.EntrySummary;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The report of {@code stats} for the terminal, without a line ending at the end. */
final class StatsText {

    private StatsText() {}

    static String of(Stats stats, Map<String, Integer> states, boolean detailed) {
        StringBuilder text = new StringBuilder("Buildlog Statistics\n" + "=".repeat(50) + "\n\n");
        line(text, "Entries: %d total (%d this week, %d this month)", stats.total(), stats.thisWeek(),
                stats.thisMonth());
        line(text, "Coverage: %d%% have Improvements filled out\n\nBy Category:", stats.coverage());
        stats.insights().forEach((key, count) -> line(text, "  %-20s %3d insights", CategoryHeading.of(key), count));
        line(text, "  %s\n  %-20s %3d insights\n", "-".repeat(26), "Total", sum(stats));
        if (detailed && !stats.topSources().isEmpty()) {
            line(text, "Top Sources:");
            for (int i = 0; i < stats.topSources().size(); i++) {
                EntrySummary entry = stats.topSources().get(i);
                line(text, "  %d. %s (%d insights)", i + 1, fileName(entry), entry.total());
            }
            line(text, "");
        }
        if (!stats.warnings().isEmpty()) {
            line(text, "Quality Warnings:");
            stats.warnings().forEach(warning -> line(text, "  - %s", warning));
            line(text, "");
        }
        if (!states.isEmpty()) {
            line(text, "Rules: %s\n", states.entrySet().stream().filter(state -> state.getValue() > 0)
                    .map(state -> state.getValue() + " " + state.getKey()).collect(Collectors.joining(", ")));
        }
        return text + "Streak: " + stats.currentStreak() + " days (longest: " + stats.longestStreak() + " days)";
    }

    static int sum(Stats stats) {
        return stats.insights().values().stream().mapToInt(Integer::intValue).sum();
    }

    static String fileName(EntrySummary entry) {
        return entry.path().substring(entry.path().lastIndexOf('/') + 1);
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
