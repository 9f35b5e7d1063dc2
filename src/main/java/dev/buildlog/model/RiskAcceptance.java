package dev.buildlog.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Somebody answers for findings that stay as they are: the message of {@code direct:risk}.
 *
 * @param id unique; a second acceptance of the same id is the first one delivered again, perhaps with its issue
 * @param project id of the project
 * @param run id of the run that found them
 * @param findings fingerprints of the findings; empty for all of the run's last review
 * @param who answers for it
 * @param why it may stay
 * @param until last day on which it counts
 * @param issue address of the issue that tells of it; empty while there is none
 * @param at when it was accepted
 */
public record RiskAcceptance(String id, String project, String run, List<String> findings, String who, String why,
        LocalDate until, String issue, Instant at) {

    public RiskAcceptance {
        findings = List.copyOf(findings);
    }

    public RiskAcceptance withReason(String newWho, String newWhy) {
        return new RiskAcceptance(id, project, run, findings, newWho, newWhy, until, issue, at);
    }

    public RiskAcceptance withIssue(String newIssue) {
        return new RiskAcceptance(id, project, run, findings, who, why, until, newIssue, at);
    }
}
