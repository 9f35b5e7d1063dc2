package dev.buildlog.model;

import java.util.List;

/**
 * A piece of what is reviewed that fits into one question: the message of {@code direct:review-piece}.
 *
 * @param project id of the project
 * @param persona whose rules these are
 * @param rules what to look for
 * @param name how a person would name the piece
 * @param files paths of the files that are in it; a finding may speak of no other
 * @param text the piece; each line of a file begins with its number
 */
public record ReviewPiece(String project, String persona, List<IssuedRule> rules, String name, List<String> files,
        String text) {

    public ReviewPiece {
        rules = List.copyOf(rules);
        files = List.copyOf(files);
    }

    public ReviewPiece withText(String newText) {
        return new ReviewPiece(project, persona, rules, name, files, newText);
    }
}
