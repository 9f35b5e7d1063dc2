package dev.buildlog.model;

import java.util.List;

/**
 * A run as its reviewers know it: the rules were drawn once, and no other id may be cited.
 *
 * @param project id of the project
 * @param run id of the run
 * @param target what is reviewed
 * @param tree hash of the git tree that is reviewed; empty if nobody said
 * @param stopAt {@code criticals}, {@code majors} or {@code minors}: the least that keeps the run from being clean
 * @param maxIterations how many reviews it may have
 * @param iterations how many it has had
 * @param context a context key
 * @param rules by persona, as they were drawn
 */
public record IssuedRun(String project, String run, String target, String tree, String stopAt, int maxIterations,
        int iterations, String context, List<IssuedRule> rules) {

    public IssuedRun {
        rules = List.copyOf(rules);
    }

    /** Names of the personas that review, sorted. */
    public List<String> personas() {
        return rules.stream().map(IssuedRule::persona).distinct().sorted().toList();
    }

    /** Ids that may be cited, in the order of the rules. */
    public List<String> ids() {
        return rules.stream().map(IssuedRule::id).toList();
    }
}
