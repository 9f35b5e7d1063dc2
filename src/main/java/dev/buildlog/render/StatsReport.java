package dev.buildlog.render;

import dev.buildlog.model.Candidate;
import dev.buildlog.model.EntrySummary;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@link StatsFormat} tells, but for the time at which it does so: all of one day is told the same. */
public final class StatsReport {

    private final Stats stats;
    private final RuleCounts rules;
    private final Map<String, Integer> states;

    private StatsReport(Stats stats, RuleCounts rules, Map<String, Integer> states) {
        this.stats = stats;
        this.rules = rules;
        this.states = states;
    }

    /**
     * Counts entries and rules.
     *
     * @param states how many rules are in each state, in the order in which they are shown; empty for none
     * @param since first day to look at; null for all
     */
    public static StatsReport of(List<EntrySummary> entries, List<Candidate> rules, Map<String, Integer> states, LocalDate today,
            @Nullable LocalDate since) {
        RuleCounts counts = RuleCounts.of(rules);
        return new StatsReport(Stats.of(entries, today, since).plusWarnings(counts.warnings()), counts, states);
    }

    Stats stats() {
        return stats;
    }

    RuleCounts rules() {
        return rules;
    }

    Map<String, Integer> states() {
        return states;
    }
}
