package dev.buildlog.cli;

import dev.buildlog.model.Candidate;
import dev.buildlog.model.Rule;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A rule of an {@link Overview} as it is printed. */
final class RuleFields {

    private RuleFields() {}

    /** For JSON. */
    static Map<String, Object> of(Overview.Item item) {
        Candidate candidate = item.candidate();
        Rule rule = candidate.rule();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", rule.id());
        fields.put("category", rule.category());
        fields.put("rule", rule.text());
        fields.put("frequency", rule.frequency());
        fields.put("confidence", candidate.confidence().level().key());
        fields.put("confidence_score", candidate.confidence().score());
        fields.put("sources", rule.sources());
        fields.put("tags", rule.tags());
        fields.put("state", item.state().key());
        fields.put("in_force", item.inForce());
        if (candidate.isChanged()) {
            fields.put("changed_to", candidate.terms().pending());
        }
        if (!candidate.hearsay().isEmpty()) {
            fields.put("hearsay", candidate.hearsay());
        }
        if (!item.stopped().isEmpty()) {
            fields.put("kept_back", item.stopped());
        }
        if (!candidate.terms().targets().isEmpty()) {
            fields.put("targets", candidate.terms().targets());
        }
        if (item.stand().at() != null) {
            fields.put("by", item.stand().by());
            fields.put("at", Objects.requireNonNull(item.stand().at()).toString());
            fields.put("why", item.stand().why());
        }
        return fields;
    }

    /** Why it needs a person however often it is said: nobody says it in words of their own. */
    static String needsAPerson(Candidate candidate) {
        return "only text of others says it (" + candidate.hearsay().replace(" ", ", ") + "), so it needs a person";
    }

    /** On one line of a terminal. */
    static String line(Overview.Item item) {
        Candidate candidate = item.candidate();
        return String.format(Locale.ROOT, "  %-13s  %-11s  %-6s  %3dx  %s", candidate.rule().id(), item.shownState(),
                candidate.confidence().level().key(), candidate.rule().frequency(), Escaped.of(candidate.rule().text()));
    }
}
