package dev.buildlog.emission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.buildlog.model.Artifact;
import dev.buildlog.model.Rule;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rules as an artifact that is a seed file too, so that another tool can hand them on. */
public final class LearnedRules {

    /** The artifact's type, first part of its name. */
    public static final String TYPE = "learned_rules";

    /** Version of the shape; grows when a key changes its meaning or goes. */
    public static final int SCHEMA_VERSION = 1;

    private static final DateTimeFormatter NAME_TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final ObjectWriter JSON = JsonMapper.builder().build().writerWithDefaultPrettyPrinter();

    private LearnedRules() {}

    /**
     * The artifact.
     *
     * @param project id of the project
     * @param rules the new rules
     * @param at when they were learned
     * @param sequence number of the artifact in its ledger, which makes the name unique and sortable
     * @param version version of buildlog
     */
    public static Artifact artifact(String project, List<Rule> rules, Instant at, long sequence, String version) {
        String name = String.format(Locale.ROOT, "%s_%s_%s_%012d.json", TYPE, project, NAME_TIME.format(at), sequence);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema_version", SCHEMA_VERSION);
        document.put("persona", "buildlog_" + project);
        document.put("version", 1);
        document.put("rules", rules.stream().map(LearnedRules::rule).toList());
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("source", "buildlog");
        metadata.put("source_version", version);
        metadata.put("projected_at", at.truncatedTo(ChronoUnit.MILLIS).toString());
        metadata.put("rule_count", rules.size());
        document.put("metadata", metadata);
        try {
            return new Artifact(name, TYPE, project, JSON.writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Map<String, Object> rule(Rule rule) {
        Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("id", "bl:" + rule.id());
        provenance.put("domain", "experiential");
        provenance.put("derivation", "explicit");
        provenance.put("confidence", confidence(rule.frequency()));
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rule", rule.text());
        map.put("category", rule.category());
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
