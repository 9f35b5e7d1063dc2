package dev.buildlog.review;

import dev.buildlog.model.IssuedRule;
import dev.buildlog.model.IssuedRun;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a run asks of whoever reviews: a function of the run, so that it names no rule that may not be cited. */
public final class ReviewPrompt {

    private static final String FORM = """
            {"findings": [
              {
                "severity": "critical | major | minor | nitpick",
                "category": "what it is about, in a word or two",
                "location": "path/of/file.ext:12",
                "description": "what is wrong, and what follows from it",
                "rule_learned": "the lesson beyond this place, or an empty text",
                "rules_consulted": ["id of a rule above"],
                "rule_reasoning": {"id of a rule above": "how it applies here"}
              }
            ]}""";

    private static final List<String> INSTRUCTIONS = List.of(
            "Read the whole target before you report anything.",
            "Apply every rule of every reviewer, in what it says about when it applies.",
            "Report every violation, each as a finding of its own, and nothing that you did not see in the target.",
            "Be strict: a severity says what happens if the finding stays, not how much work it is to mend.",
            "Cite in rules_consulted the ids of the rules that led you to the finding, and only ids from the list above.",
            "Say in rule_reasoning for each cited id how the rule applies to this very place.",
            "Cite no rule that you did not use: a finding that no rule led to has an empty list.");

    private ReviewPrompt() {}

    /** The prompt in Markdown. */
    public static String of(IssuedRun run) {
        StringBuilder text = new StringBuilder("# Review\n\nReview the target by every rule below, without leniency.\n\n"
                + "Target: `").append(run.target().replace('`', '\'')).append("`  \nRun: `").append(run.run())
                .append("`\n\n## Reviewers and rules\n");
        byPersona(run.rules()).forEach((persona, rules) -> text.append("\n### ").append(heading(persona)).append("\n\n")
                .append(rules(rules)));
        return text.append("\n## Form of the answer\n\n```json\n").append(FORM).append("\n```\n\n## Instructions\n\n")
                .append(numbered(INSTRUCTIONS)).toString();
    }

    /** How the loop around the reviews goes, a step each. */
    public static List<String> loop(IssuedRun run) {
        return List.of(
                "Review " + run.target() + " as each of the reviewers, by the rules that were issued for run " + run.run() + ".",
                "Write what you find as JSON after the schema: an object with the list findings, empty if there is nothing.",
                "Hand it in: buildlog gauntlet issues --run " + run.run() + " findings.json (or - for standard input).",
                "On fix_criticals mend what is critical and major, without asking, then review again.",
                "On checkpoint_majors ask the person whether to go on with what is major.",
                "On checkpoint_minors ask the person whether to accept what is left or to go on.",
                "If the person accepts: buildlog gauntlet accept-risk --run " + run.run()
                        + " --who NAME --why REASON --until DAY.",
                "Review again by the same rules after every change, in the same run: at most " + run.maxIterations()
                        + " reviews, down to " + run.stopAt() + ".",
                "Stop on clean. Then the git tree as it was reviewed counts as cleared: buildlog gauntlet check tells.",
                "When the work is accepted, revised or rejected: buildlog reward OUTCOME rewards the rules that were cited.");
    }

    /** The rules as a list, each with its id in brackets. */
    public static String rules(List<IssuedRule> rules) {
        StringBuilder text = new StringBuilder();
        for (IssuedRule rule : rules) {
            text.append("- [").append(rule.id()).append("] **").append(rule.rule()).append("**\n");
            line(text, "When", rule.context());
            line(text, "Avoid", rule.antipattern());
            line(text, "Why", rule.rationale());
        }
        return text.toString();
    }

    /** The rules of each persona, as they were drawn. */
    public static Map<String, List<IssuedRule>> byPersona(List<IssuedRule> rules) {
        return rules.stream().collect(Collectors.groupingBy(IssuedRule::persona, TreeMap::new, Collectors.toList()));
    }

    private static void line(StringBuilder text, String label, String said) {
        if (!said.isEmpty()) {
            text.append("  ").append(label).append(": ").append(said).append('\n');
        }
    }

    private static String heading(String persona) {
        if (persona.equals(IssuedRule.LEARNED)) {
            return "What this project has learned";
        }
        return Arrays.stream(persona.split("[_-]+")).filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).collect(Collectors.joining(" "));
    }

    private static String numbered(List<String> steps) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            text.append(i + 1).append(". ").append(steps.get(i)).append('\n');
        }
        return text.toString();
    }
}
