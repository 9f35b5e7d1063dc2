package dev.buildlog.render;

import dev.buildlog.model.Candidate;
import dev.buildlog.model.Level;
import dev.buildlog.model.Policy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A policy as Markdown. */
public final class Renderer {

    private static final Map<Level, String> LEVEL_HEADINGS = Map.of(
            Level.HIGH, "Must follow",
            Level.MEDIUM, "Should consider",
            Level.LOW, "Worth knowing");

    private Renderer() {}

    /**
     * What the target's file says: heading, where the rules come from, and a bullet for each rule under its group, in the
     * order of the policy. Without dates, so that it changes only with the rules. Empty for a policy without rules.
     */
    public static String body(Policy policy, Target target) {
        return body(policy.rules(), target);
    }

    static String body(List<Candidate> rules, Target target) {
        if (rules.isEmpty()) {
            return "";
        }
        String top = target.ownership() == Target.Ownership.WHOLE_FILE ? "#" : "##";
        StringBuilder body = new StringBuilder()
                .append(top).append(' ').append(BulletText.of(target.heading()))
                .append("\n\nDrawn from this project's journal by buildlog: advice learned from past work.\n");
        if (target.grouping() == Target.Grouping.CATEGORY) {
            byCategory(body, top + "# ", rules, target);
            return body.toString();
        }
        for (Level level : List.of(Level.HIGH, Level.MEDIUM, Level.LOW)) {
            List<Candidate> ofLevel = rules.stream().filter(rule -> rule.confidence().level() == level).toList();
            if (!ofLevel.isEmpty()) {
                body.append('\n').append(top).append("# ").append(LEVEL_HEADINGS.get(level)).append('\n');
                byCategory(body, top + "## ", ofLevel, target);
            }
        }
        return body.toString();
    }

    /** A rule in the target's words, on one line that Markdown takes for nothing but text. */
    static String text(Candidate rule, Target target) {
        return BulletText.of(plain(rule, target));
    }

    /** A rule in the target's words. */
    static String plain(Candidate rule, Target target) {
        return target.wording() == Target.Wording.IMPERATIVE
                ? Imperative.of(rule.rule().text(), rule.confidence().level())
                : rule.rule().text();
    }

    private static void byCategory(StringBuilder body, String heading, List<Candidate> rules, Target target) {
        Map<String, List<String>> bullets = new TreeMap<>(CategoryHeading.ORDER);
        bullets.putAll(rules.stream().collect(Collectors.groupingBy(rule -> rule.rule().category(),
                Collectors.mapping(rule -> "- " + text(rule, target) + "\n", Collectors.toList()))));
        bullets.forEach((category, lines) -> body
                .append('\n').append(heading).append(BulletText.of(CategoryHeading.of(category))).append("\n\n")
                .append(String.join("", lines)));
    }
}
