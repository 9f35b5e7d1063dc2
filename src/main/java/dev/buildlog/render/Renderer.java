package dev.buildlog.render;

import dev.buildlog.model.Candidate;
import dev.buildlog.model.Policy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A policy as Markdown. */
public final class Renderer {

    private Renderer() {}

    /**
     * The body of the target's block: heading, where the rules come from, and a bullet for each rule under its
     * category, in the order of the policy. Without dates, so that it changes only with the rules. Empty for a policy
     * without rules.
     */
    public static String body(Policy policy, Target target) {
        if (policy.rules().isEmpty()) {
            return "";
        }
        Map<String, List<String>> bullets = new TreeMap<>(CategoryHeading.ORDER);
        bullets.putAll(policy.rules().stream()
                .map(Candidate::rule)
                .collect(Collectors.groupingBy(rule -> rule.category(),
                        Collectors.mapping(rule -> "- " + BulletText.of(rule.text()) + "\n", Collectors.toList()))));
        StringBuilder body = new StringBuilder()
                .append("## ").append(BulletText.of(target.heading()))
                .append("\n\nDrawn from this project's journal by buildlog: advice learned from past work.\n");
        bullets.forEach((category, rules) -> body
                .append("\n### ").append(BulletText.of(CategoryHeading.of(category))).append("\n\n")
                .append(String.join("", rules)));
        return body.toString();
    }
}
