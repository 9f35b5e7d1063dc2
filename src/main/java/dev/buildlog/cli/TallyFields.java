package dev.buildlog.cli;

import dev.buildlog.learn.proof.Comparison;
import dev.buildlog.learn.proof.Repeats;
import dev.buildlog.learn.proof.Tally;
import dev.buildlog.learn.proof.Tally.Rate;
import dev.buildlog.learn.proof.Tally.SessionRate;
import dev.buildlog.learn.statistics.Interval;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was counted, as it is told to programs. Where there is nothing to tell, the key is missing. */
final class TallyFields {

    private TallyFields() {}

    /** Mistakes, repeats and rates. */
    static Map<String, Object> rate(Rate rate) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Interval interval = rate.interval();
        fields.put("total_mistakes", rate.mistakes());
        fields.put("repeated_mistakes", rate.repeated());
        fields.put("repeated_mistake_rate", rate.repeatedRate());
        fields.put("low", interval.low());
        fields.put("high", interval.high());
        Double perThousand = rate.perThousandLines();
        if (perThousand != null) {
            fields.put("changed_lines", rate.lines());
            fields.put("mistakes_per_1000_lines", perThousand);
        }
        return fields;
    }

    /** A session; {@code session_id} is empty for what belongs to none. */
    static Map<String, Object> session(SessionRate session, Instant now) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("session_id", session.session().id());
        if (session.session().startedAt() != null) {
            fields.put("started_at", session.session().startedAt());
            fields.put("state", session.session().endedAt() != null ? "ended"
                    : session.session().isStale(now) ? "stale" : "open");
            if (session.session().endedAt() != null) {
                fields.put("ended_at", session.session().endedAt());
            }
            fields.put("agent", session.session().agent());
            fields.put("worktree", session.session().worktree());
            fields.put("error_class", session.session().context());
        }
        fields.putAll(rate(session.rate()));
        fields.put("rules_at_start", session.session().rulesAtStart());
        fields.put("rules_at_end", session.session().rulesAtEnd());
        fields.put("rules_added", session.session().rulesAtEnd() - session.session().rulesAtStart());
        return fields;
    }

    /** How many sessions, mistakes and repeats there are in all. */
    static Map<String, Object> summary(Tally tally, int hallucinations, Repeats matcher) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("total_sessions", tally.sessions().size());
        fields.put("total_mistakes", tally.all().mistakes());
        fields.put("total_repeated", tally.all().repeated());
        fields.put("overall_repeat_rate", tally.all().repeatedRate());
        fields.putAll(rate(tally.all()));
        fields.put("invented_citations", hallucinations);
        fields.put("matcher", Repeats.VERSION);
        fields.put("window_days", matcher.window().toDays());
        fields.put("alike", matcher.alike());
        return fields;
    }

    /** Shown against withheld; {@code rule} is missing for all rules together. */
    static Map<String, Object> comparison(Comparison comparison) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (!comparison.rule().isEmpty()) {
            fields.put("rule", comparison.rule());
        }
        fields.put("shown", comparison.shown());
        put(fields, "rate_shown", comparison.shownRate());
        fields.put("withheld", comparison.withheld());
        put(fields, "rate_withheld", comparison.withheldRate());
        put(fields, "difference", comparison.difference());
        fields.put("low", comparison.interval().low());
        fields.put("high", comparison.interval().high());
        fields.put("verdict", comparison.verdict().words());
        return fields;
    }

    /** Mistakes by class. */
    static Map<String, Object> classes(Map<String, Rate> classes) {
        Map<String, Object> fields = new LinkedHashMap<>();
        classes.forEach((kind, rate) -> {
            Map<String, Object> counts = new LinkedHashMap<>();
            counts.put("total", rate.mistakes());
            counts.put("repeated", rate.repeated());
            counts.putAll(rate(rate));
            fields.put(kind, counts);
        });
        return fields;
    }

    /** All sessions, and what belongs to none if that is anything. */
    static List<Map<String, Object>> sessions(Tally tally, Instant now) {
        return tally.sessions().stream().map(session -> session(session, now)).toList();
    }

    private static void put(Map<String, Object> fields, String name, double value) {
        if (!Double.isNaN(value)) {
            fields.put(name, value);
        }
    }
}
