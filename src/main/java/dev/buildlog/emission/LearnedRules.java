package dev.buildlog.emission;

import dev.buildlog.model.Rule;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules as an artifact that is a seed file too, so that another tool can hand them on. */
public final class LearnedRules {

    /** Begins the id of a rule in its provenance; what follows is the id it has in the ledger. */
    public static final String OWN = "bl:";

    private LearnedRules() {}

    /**
     * The emission.
     *
     * @param project id of the project
     * @param rules the new rules
     * @param at when they were learned
     * @param version version of buildlog
     */
    public static Emission emission(String project, List<Rule> rules, Instant at, String version) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema_version", Frame.SCHEMA_VERSION);
        document.put("persona", "buildlog_" + project);
        document.put("version", 1);
        document.put("rules", rules.stream().map(rule -> rule(rule.id(), rule.text(), rule.category(),
                confidence(rule.frequency()))).toList());
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("source", "buildlog");
        metadata.put("source_version", version);
        metadata.put("projected_at", Frame.time(at));
        metadata.put("project_id", project);
        metadata.put("rule_count", rules.size());
        document.put("metadata", metadata);
        return new Emission(ArtifactType.LEARNED_RULES, project, at, document);
    }

    /** A rule as it stands in seed files. */
    static Map<String, Object> rule(String id, String text, String category, double confidence) {
        Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("id", OWN + id);
        provenance.put("domain", Frame.DOMAIN);
        provenance.put("derivation", "explicit");
        provenance.put("confidence", confidence);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rule", text);
        map.put("category", category);
        map.put("provenance", provenance);
        return map;
    }

    /**
     * {@code min(1, 0.3 x frequency + 0.4)}, the measure that consumers of the Python tool know; in tenths, so it is
     * exact.
     */
    private static double confidence(int frequency) {
        return Math.min(10, 3L * frequency + 4) / 10.0;
    }
}
