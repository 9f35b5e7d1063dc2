package dev.buildlog.model;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A rule on its way to the agents.
 *
 * @param confidence in the rule at the instant of the publication
 * @param standing what persons have decided about it
 */
public record Candidate(Rule rule, Confidence confidence, Standing standing) {

    /** A rule that nobody has decided about. */
    public Candidate(Rule rule, Confidence confidence) {
        this(rule, confidence, Standing.OPEN);
    }

    /** The rule before any step has scored it. */
    public static Candidate unscored(Rule rule) {
        return new Candidate(rule, new Confidence(Level.LOW, 0, "speculative"));
    }

    /** As policies tell of it: id, category, level and text, in this order. */
    public Map<String, String> told() {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("id", rule.id());
        told.put("category", rule.category());
        told.put("level", confidence.level().key());
        told.put("text", rule.text());
        return told;
    }

    public Candidate withConfidence(Confidence newConfidence) {
        return new Candidate(rule, newConfidence, standing);
    }

    public Candidate withStanding(Standing newStanding) {
        return new Candidate(rule, confidence, newStanding);
    }
}
