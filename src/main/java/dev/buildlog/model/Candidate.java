package dev.buildlog.model;

/** A rule on its way to the agents, with the confidence in it at the instant of the publication. */
public record Candidate(Rule rule, Confidence confidence) {

    /** The rule before any step has scored it. */
    public static Candidate unscored(Rule rule) {
        return new Candidate(rule, new Confidence(Level.LOW, 0, "speculative"));
    }
}
