package dev.buildlog.review;

import dev.buildlog.model.Finding;
import dev.buildlog.model.RiskReceipt;
import dev.buildlog.model.Sha256;
import dev.buildlog.model.ToldFinding;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The one issue that tells others of an accepted risk.
 *
 * @param title at most 250 characters
 * @param body Markdown; holds {@code mark}
 * @param mark by which the issue is found again: equal for equal findings of one project
 */
public record RiskIssue(String title, String body, String mark) {

    private static final int LONGEST_TITLE = 250;
    private static final int LONGEST = 500;

    /** @param redact takes secrets out of a text */
    public static RiskIssue of(RiskReceipt risk, UnaryOperator<String> redact) {
        List<ToldFinding> findings = risk.findings();
        String mark = "buildlog-risk-" + Sha256.of(risk.project() + "\n" + findings.stream().map(ToldFinding::fingerprint)
                .sorted().collect(Collectors.joining("\n"))).substring(0, 20);
        String counts = Finding.SEVERITIES.stream().filter(severity -> count(findings, severity) > 0)
                .map(severity -> count(findings, severity) + " " + severity).collect(Collectors.joining(", "));
        String title = "[Gauntlet] " + findings.size() + (findings.size() == 1 ? " accepted risk (" : " accepted risks (")
                + counts + ")";
        StringBuilder body = new StringBuilder("Found in review and accepted by ").append(line(risk.who(), redact))
                .append(" until ").append(risk.until()).append(".\n\nWhy: ").append(line(risk.why(), redact)).append("\n");
        for (String severity : Finding.SEVERITIES) {
            List<ToldFinding> some = findings.stream().filter(one -> one.severity().equals(severity)).toList();
            if (!some.isEmpty()) {
                body.append("\n## ").append(severity).append(" (").append(some.size()).append(")\n\n");
                some.forEach(one -> body.append("- [ ] ").append(line(one.description(), redact))
                        .append(one.location().isEmpty() ? ""
                                : "\n  at `" + line(one.location(), redact).replace('`', '\'') + "`")
                        .append(one.category().isEmpty() ? "" : "\n  about " + line(one.category(), redact)).append("\n"));
            }
        }
        body.append("\nRun ").append(risk.run()).append(". ").append(mark).append("\n");
        return new RiskIssue(shortened(title, LONGEST_TITLE), body.toString(), mark);
    }

    private static long count(List<ToldFinding> findings, String severity) {
        return findings.stream().filter(one -> one.severity().equals(severity)).count();
    }

    /** One line that mentions nobody and closes nothing: a tracker acts upon what stands in an issue. */
    private static String line(String text, UnaryOperator<String> redact) {
        String line = redact.apply(text).strip().replaceAll("\\s+", " ").replace("@", "@\u2060").replace("<", "&lt;");
        return shortened(line, LONGEST);
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 3) + "...";
    }
}
