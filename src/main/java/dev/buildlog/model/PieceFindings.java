package dev.buildlog.model;

import java.util.List;

/**
 * What a model found in a piece.
 *
 * @param findings those that hold up, in the order of the answer
 * @param remarks what was left out or changed of the answer, and why, a sentence each
 */
public record PieceFindings(List<Finding> findings, List<String> remarks) {

    public PieceFindings {
        findings = List.copyOf(findings);
        remarks = List.copyOf(remarks);
    }
}
