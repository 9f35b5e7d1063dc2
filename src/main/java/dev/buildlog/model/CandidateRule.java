package dev.buildlog.model;

import java.util.List;

/**
 * A rule that a source seems to hold, before anything has decided whether it becomes one of a persona.
 *
 * @param insight the rule as the source has it, with category, line and fingerprint
 * @param details what the source says about it
 * @param tags lower-case words it is found by, distinct and sorted
 * @param confidence how sure the extractor may be that the source says this, 0 to 1
 */
public record CandidateRule(Insight insight, Details details, List<String> tags, double confidence) {

    public CandidateRule {
        tags = List.copyOf(tags);
    }
}
