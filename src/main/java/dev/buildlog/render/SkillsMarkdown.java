package dev.buildlog.render;

import dev.buildlog.model.Candidate;
import dev.buildlog.model.Level;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The two Markdown reports of {@code skills}; both without a line ending at the end. */
final class SkillsMarkdown {

    private static final Map<Level, String> BADGES =
            Map.of(Level.HIGH, "\uD83D\uDFE2", Level.MEDIUM, "\uD83D\uDFE1", Level.LOW, "\u26AA");
    private static final Map<Level, String> HEADINGS = Map.of(
            Level.HIGH, "Core Rules", Level.MEDIUM, "Established Patterns", Level.LOW, "Considerations");

    private SkillsMarkdown() {}

    static String byCategory(Map<String, List<Candidate>> byCategory, int entries, String at) {
        int total = byCategory.values().stream().mapToInt(List::size).sum();
        StringBuilder text = new StringBuilder("## Learned Skills\n\nBased on " + entries + " buildlog entries, "
                + total + " actionable skills have emerged:\n\n");
        byCategory.forEach((category, rules) -> {
            if (!rules.isEmpty()) {
                text.append("### ").append(CategoryHeading.of(category)).append(" (").append(rules.size())
                        .append(" skills)\n\n");
                rules.forEach(candidate -> text.append(skill(candidate)));
                text.append('\n');
            }
        });
        return text.append(footer(at)).toString();
    }

    static String byLevel(Map<String, List<Candidate>> byCategory, int entries, String at) {
        List<Candidate> all = byCategory.values().stream().flatMap(List::stream)
                .sorted(Comparator.comparingInt((Candidate candidate) -> candidate.rule().frequency()).reversed())
                .toList();
        StringBuilder text = new StringBuilder("# Project Rules\n\n*Auto-generated from " + entries
                + " buildlog entries. " + all.size() + " rules extracted.*\n\n");
        for (Level level : List.of(Level.HIGH, Level.MEDIUM, Level.LOW)) {
            List<Candidate> rules = all.stream().filter(rule -> rule.confidence().level() == level).toList();
            if (!rules.isEmpty()) {
                text.append("## ").append(HEADINGS.get(level)).append("\n\n");
                rules.forEach(rule -> text.append("- ")
                        .append(BulletText.of(Imperative.of(rule.rule().text(), level))).append('\n'));
                text.append('\n');
            }
        }
        return text.append(footer(at)).toString();
    }

    private static String skill(Candidate candidate) {
        int frequency = candidate.rule().frequency();
        return "- " + BADGES.get(candidate.confidence().level()) + " **" + candidate.rule().text() + "** ("
                + (frequency == 1 ? "seen once" : "seen " + frequency + "x") + ")\n";
    }

    private static String footer(String at) {
        return "---\n*Generated: " + at + "*";
    }
}
