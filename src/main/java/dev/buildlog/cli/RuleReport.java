package dev.buildlog.cli;

import dev.buildlog.learn.Beta;
import dev.buildlog.learn.Selection.Considered;
import dev.buildlog.ledger.Posteriors.Posterior;
import dev.buildlog.ledger.RuleStories.Shown;
import dev.buildlog.ledger.RuleStories.Story;
import dev.buildlog.ledger.Selections.Made;
import dev.buildlog.ledger.Standings.Stand;
import dev.buildlog.model.PersonaRule;
import dev.buildlog.model.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The story of a rule as it is told.
 *
 * @param head id, category, text, state and what else there is one of, by name
 * @param draws the latest ones, the last in front
 */
record RuleReport(Map<String, Object> head, Story story, List<Made> draws, List<Posterior> posteriors) {

    static RuleReport of(Stand stand, Fortune fortune, Story story, List<Made> draws, List<Posterior> posteriors) {
        Rule rule = stand.candidate().rule();
        Map<String, Object> head = head(rule.id(), "learned", rule.category(), rule.text(), fortune.state().key(),
                fortune.shown(), fortune.why(), story.ids());
        head.put("frequency", rule.frequency());
        head.put("confidence", stand.candidate().confidence().level().key());
        head.put("confidence_score", stand.candidate().confidence().score());
        head.put("changed_to", stand.candidate().terms().pending());
        head.put("contradicts", rule.contradicts());
        head.put("hearsay", stand.candidate().hearsay());
        return new RuleReport(head, story, draws, posteriors);
    }

    static RuleReport of(PersonaRule rule, Story story, List<Posterior> posteriors) {
        return new RuleReport(head(rule.id(), rule.persona(), rule.seed().category(), rule.seed().rule(), "active", false,
                "it is a rule of the persona " + rule.persona() + ", for reviews; agents' files show what was learned here only",
                List.of(rule.id())), story, List.of(), posteriors);
    }

    private static Map<String, Object> head(String id, String persona, String category, String text, String state, boolean shown,
            String why, List<String> ids) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("id", id);
        head.put("persona", persona);
        head.put("category", category);
        head.put("rule", text);
        head.put("state", state);
        head.put("in_force", shown);
        head.put("why", why);
        head.put("ids", ids);
        return head;
    }

    /** What became of a rule in a draw. */
    static Optional<Considered> in(Made draw, List<String> ids) {
        return draw.selection().candidates().stream().filter(one -> ids.contains(one.rule())).findFirst();
    }

    /** For programs. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>(head);
        fields.put("passages", story.said().stream().map(said -> map("path", said.path(), "line", said.line(), "date",
                said.date().toString(), "section", said.section(), "text", said.text(), "quote", said.quote(),
                "hearsay", said.hearsay(), "origin", said.origin())).toList());
        fields.put("wordings", wordings());
        fields.put("decisions", story.decided().stream().map(one -> map("id", one.id(), "kind", one.kind(), "at",
                one.at().toString(), "by", one.by(), "why", one.why(), "text", one.text())).toList());
        fields.put("selections", draws.stream().flatMap(draw -> in(draw, story.ids()).map(one -> map("id", draw.id(), "at",
                draw.at().toString(), "fate", one.fate().name().toLowerCase(Locale.ROOT), "rank", one.rank(), "propensity",
                one.propensity())).stream()).toList());
        fields.put("citations", story.cited().stream().map(one -> map("review", one.review(), "at", one.at().toString(),
                "severity", one.severity(), "finding", one.finding(), "reasoning", one.reasoning(), "credited",
                one.credited())).toList());
        fields.put("rewards", story.rewarded().stream().map(one -> map("id", one.reward(), "at", one.at().toString(), "outcome",
                one.outcome(), "value", one.value(), "review", one.review())).toList());
        fields.put("posteriors", posteriors.stream().map(Posterior::fields).toList());
        fields.put("files", files().stream().map(one -> map("path", one.path(), "root", one.root(), "target", one.target(),
                "since", one.since().toString(), "text", one.text())).toList());
        return fields;
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
        }
        return map;
    }

    /** Every text that was taken for this rule, sorted. */
    private List<String> wordings() {
        TreeSet<String> texts = new TreeSet<>();
        story.said().forEach(said -> texts.add(said.text()));
        return List.copyOf(texts);
    }

    /** The files that show it since the last draw. */
    private List<Shown> files() {
        return Boolean.TRUE.equals(head.get("in_force")) && !draws.isEmpty()
                ? story.shown().stream().filter(one -> one.selection().equals(draws.get(0).id())).toList()
                : List.of();
    }

    /** For a person. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(head.get("id") + "  " + head.get("category") + "  " + head.get("state"));
        lines.add("  " + Escaped.of(head.get("rule").toString()));
        lines.add((Boolean.TRUE.equals(head.get("in_force")) ? "In: " : "Out: ") + Escaped.of(head.get("why") + "."));
        String changed = String.valueOf(head.getOrDefault("changed_to", ""));
        if (!changed.isEmpty()) {
            lines.add("The journal now says: " + Escaped.of(changed));
        }
        section(lines, "Goes by", story.ids().stream().filter(id -> !id.equals(head.get("id"))).toList());
        section(lines, "Said in", story.said().stream().map(said -> said.path() + ":" + said.line() + "  "
                + Escaped.of(said.text()) + (said.hearsay().isEmpty() ? "" : " (" + said.hearsay() + ")")).toList());
        section(lines, "Shown in", files().stream().map(one -> one.root() + "/" + one.path() + " since " + one.since()).toList());
        section(lines, "Decided", story.decided().stream().map(one -> one.at() + "  " + one.kind() + (one.by().isEmpty() ? ""
                : " by " + one.by()) + Escaped.of(one.why().isEmpty() ? "" : ": " + one.why())).toList());
        section(lines, "Drawn", draws.stream().flatMap(draw -> in(draw, story.ids()).map(one -> String.format(Locale.ROOT,
                "%s  %-8s  propensity %.3f", draw.at(), one.fate().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                one.propensity())).stream()).toList());
        section(lines, "Cited", story.cited().stream().map(one -> one.at() + "  " + one.severity() + "  "
                + Escaped.of(one.finding())).toList());
        section(lines, "Rewarded", story.rewarded().stream().map(one -> String.format(Locale.ROOT, "%s  %-8s  %.2f", one.at(),
                one.outcome(), one.value())).toList());
        section(lines, "Believed", posteriors.stream().map(RuleReport::belief).toList());
        return lines;
    }

    private static String belief(Posterior posterior) {
        Beta.Interval interval = posterior.belief().interval(Posterior.LEVEL);
        return String.format(Locale.ROOT, "%s: mean %.3f, 95 %% between %.3f and %.3f, %d reviews", posterior.arm().context(),
                posterior.belief().mean(), interval.low(), interval.high(), posterior.observations());
    }

    private static void section(List<String> lines, String heading, List<String> content) {
        if (!content.isEmpty()) {
            lines.add("");
            lines.add(heading);
            content.forEach(line -> lines.add("  " + line));
        }
    }
}
