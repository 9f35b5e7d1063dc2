package dev.buildlog.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * One issue that a review reports.
 *
 * @param severity {@link #CRITICAL}, {@link #MAJOR}, {@link #MINOR} or {@link #NITPICK}; in other case, or empty for minor, until
 *     the ledger has it
 * @param category what it is about; free text
 * @param description what is wrong
 * @param location where, such as {@code src/A.java:12}; may be empty
 * @param ruleLearned the lesson beyond this place; may be empty
 * @param rulesConsulted ids of the rules it cites
 * @param ruleReasoning for some of these, how they apply
 */
public record Finding(String severity, String category, String description, String location, String ruleLearned,
        List<String> rulesConsulted, Map<String, String> ruleReasoning) {

    public static final String CRITICAL = "critical";
    public static final String MAJOR = "major";
    public static final String MINOR = "minor";
    public static final String NITPICK = "nitpick";

    /** All severities, worst first. */
    public static final List<String> SEVERITIES = List.of(CRITICAL, MAJOR, MINOR, NITPICK);

    public Finding {
        rulesConsulted = List.copyOf(rulesConsulted);
        ruleReasoning = Map.copyOf(ruleReasoning);
    }

    public Finding withSeverity(String newSeverity) {
        return new Finding(newSeverity, category, description, location, ruleLearned, rulesConsulted, ruleReasoning);
    }

    /** This with other ids for the rules it cites. */
    public Finding withRules(UnaryOperator<String> rename) {
        Map<String, String> reasoning = new TreeMap<>();
        ruleReasoning.forEach((rule, reason) -> reasoning.put(rename.apply(rule), reason));
        return new Finding(severity, category, description, location, ruleLearned, rulesConsulted.stream().map(rename).toList(),
                reasoning);
    }
}
