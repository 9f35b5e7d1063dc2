package dev.buildlog.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One rule of a seed file.
 *
 * @param rule the rule as a reviewer reads it; never blank
 * @param category category as the producer names it, {@link #GENERAL} where it names none
 * @param context when the rule applies; empty where unknown
 * @param antipattern what to avoid; empty where unknown
 * @param rationale why; empty where unknown
 * @param tags words it is found by
 * @param references what it rests on
 * @param provenance where it comes from, in the order of the file: texts, numbers, truth values, and lists and maps of those
 */
public record SeedRule(
        String rule,
        String category,
        String context,
        String antipattern,
        String rationale,
        List<String> tags,
        List<Reference> references,
        Map<String, Object> provenance) {

    /** Category of rules that nothing puts into another. */
    public static final String GENERAL = "general";

    /** @param url address of a document; {@code file:} addresses may be relative to the repository */
    public record Reference(String url, String title) {}

    public SeedRule {
        tags = List.copyOf(tags);
        references = List.copyOf(references);
        provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
    }

    /** How sure the producer is, 0 to 1; 1 where it says nothing. */
    public double confidence() {
        return provenance.get("confidence") instanceof Number number ? Math.max(0, Math.min(1, number.doubleValue())) : 1;
    }

    /** The id that the file gives the rule; empty where it gives none. */
    public String givenId() {
        return provenance.get("id") instanceof String id ? id : "";
    }

    /** Whether the rule is in force; a file takes one out of force by saying {@code active: false}. */
    public boolean active() {
        return !Boolean.FALSE.equals(provenance.get("active"));
    }
}
