package dev.buildlog.model;

import java.time.LocalDate;
import java.util.List;

/**
 * A group of insights that say the same.
 *
 * @param id id of the earliest member (by entry date, path, line); ids of the other members resolve to this rule too
 * @param project id of the project
 * @param category category key
 * @param text canonical text: what a person gave it, else its most telling wording
 * @param frequency number of distinct entries behind it; entries of equal content count once
 * @param earliest date of its first entry
 * @param latest date of its last entry
 * @param sources paths of its entries, sorted, distinct
 * @param tags technology words in the text, sorted, distinct
 * @param contradicts ids of the live rules that say the opposite, sorted
 * @param contradictions number of entries behind those
 */
public record Rule(
        String id,
        String project,
        String category,
        String text,
        int frequency,
        LocalDate earliest,
        LocalDate latest,
        List<String> sources,
        List<String> tags,
        List<String> contradicts,
        int contradictions) {

    public Rule {
        sources = List.copyOf(sources);
        tags = List.copyOf(tags);
        contradicts = List.copyOf(contradicts);
    }

    /** A rule that nothing contradicts. */
    public Rule(String id, String project, String category, String text, int frequency, LocalDate earliest, LocalDate latest,
            List<String> sources, List<String> tags) {
        this(id, project, category, text, frequency, earliest, latest, sources, tags, List.of(), 0);
    }

    /** The rule in other words. */
    public Rule withText(String newText) {
        return new Rule(id, project, category, newText, frequency, earliest, latest, sources, tags, contradicts, contradictions);
    }

    /** The rule as these entries support it. */
    public Rule withSources(List<String> newSources, int newFrequency, LocalDate newEarliest) {
        return new Rule(id, project, category, text, newFrequency, newEarliest, latest, newSources, tags, contradicts,
                contradictions);
    }

    /** The rule in other words. */
    public Rule withText(String newText, List<String> newTags) {
        return new Rule(id, project, category, newText, frequency, earliest, latest, sources, newTags, contradicts,
                contradictions);
    }
}
