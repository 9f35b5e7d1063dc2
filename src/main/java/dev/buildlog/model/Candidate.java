package dev.buildlog.model;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A rule on its way to the agents.
 *
 * @param rule with the text that is shown
 * @param confidence in the rule at the instant of the publication
 * @param standing what persons have decided about it
 * @param terms on which it goes out
 * @param hearsay whose words all its evidence is, where no author of an entry says it: {@code log}, {@code quote web}; empty for
 *     a rule that somebody says in words of their own
 */
public record Candidate(Rule rule, Confidence confidence, Standing standing, Terms terms, String hearsay) {

    /** A rule that somebody says in words of their own. */
    public Candidate(Rule rule, Confidence confidence, Standing standing, Terms terms) {
        this(rule, confidence, standing, terms, "");
    }

    /** A rule that goes out on no terms. */
    public Candidate(Rule rule, Confidence confidence, Standing standing) {
        this(rule, confidence, standing, Terms.NONE);
    }

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
        return new Candidate(rule, newConfidence, standing, terms, hearsay);
    }

    /** The candidate with its rule in other words; itself where they are the same. */
    public Candidate withText(String text) {
        return text.equals(rule.text()) ? this : new Candidate(rule.withText(text), confidence, standing, terms, hearsay);
    }

    public Candidate withStanding(Standing newStanding) {
        return new Candidate(rule, confidence, newStanding, terms, hearsay);
    }

    public Candidate withHearsay(String newHearsay) {
        return newHearsay.equals(hearsay) ? this : new Candidate(rule, confidence, standing, terms, newHearsay);
    }

    /** Whether the journal words it otherwise now than a person promoted it. */
    public boolean isChanged() {
        return !terms.pending().isEmpty();
    }
}
