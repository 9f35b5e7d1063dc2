package dev.buildlog.model;

import java.time.LocalDate;
import java.util.List;

/**
 * What became of an acceptance.
 *
 * @param project id of the project
 * @param risk id of the acceptance
 * @param run id of the run
 * @param who answers for it
 * @param why it may stay
 * @param until last day on which it counts
 * @param issue address of the issue that tells of it; empty for none
 * @param findings what was accepted, worst first
 */
public record RiskReceipt(String project, String risk, String run, String who, String why, LocalDate until, String issue,
        List<ToldFinding> findings) {

    public RiskReceipt {
        findings = List.copyOf(findings);
    }
}
