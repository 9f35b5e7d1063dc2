package dev.buildlog.render;

import dev.buildlog.model.Candidate;
import dev.buildlog.model.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many rules there are at one instant.
 *
 * @param byConfidence number of rules by level, the surest first
 * @param contradicted number of rules of which another one says the opposite
 */
record RuleCounts(int total, Map<String, Integer> byConfidence, int contradicted) {

    static RuleCounts of(List<Candidate> rules) {
        Map<String, Integer> byConfidence = new LinkedHashMap<>();
        for (Level level : List.of(Level.HIGH, Level.MEDIUM, Level.LOW)) {
            byConfidence.put(level.key(), (int) rules.stream().filter(rule -> rule.confidence().level() == level).count());
        }
        return new RuleCounts(rules.size(), byConfidence,
                (int) rules.stream().filter(rule -> !rule.rule().contradicts().isEmpty()).count());
    }

    /** A sentence for the author; empty where nothing is wrong. */
    List<String> warnings() {
        return contradicted == 0 ? List.of() : List.of(contradicted
                + (contradicted == 1 ? " rule says" : " rules say") + " the opposite of another one (see buildlog contradictions)");
    }
}
