package dev.buildlog.emission;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A session that has ended.
 *
 * @param outcome of its work; empty where nobody says
 * @param errorClass what it was about; empty where unknown
 * @param rules ids of the rules that were in force
 * @param mistakes that were made in it
 */
public record SessionSummary(String project, String id, Instant startedAt, Instant endedAt, String outcome, String errorClass,
        List<String> rules, List<Made> mistakes) {

    /** A mistake of the session. */
    public record Made(String id, String errorClass, boolean repeat) {}

    public SessionSummary {
        rules = List.copyOf(rules);
        mistakes = List.copyOf(mistakes);
    }

    public Emission emission() {
        String node = "session:" + id;
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("started_at", Frame.time(startedAt));
        properties.put("duration_minutes", Duration.between(startedAt, endedAt).toSeconds() / 60.0);
        properties.put("mistakes_logged", mistakes.size());
        properties.put("repeated_mistakes", mistakes.stream().filter(Made::repeat).count());
        properties.put("outcome", outcome);
        properties.put("rules_count", rules.size());
        properties.put("ended_at", Frame.time(endedAt));
        Frame.put(properties, "error_class", errorClass);
        Frame frame = new Frame(ArtifactType.SESSION_SUMMARY, project, endedAt).concept(node, properties).meta("session_id", id);
        rules.forEach(rule -> frame.edge(new Relation(node, Relation.rule(rule), "uses", 1, Map.of("type", "rule_in_session"))));
        mistakes.forEach(made -> {
            Map<String, Object> how = new LinkedHashMap<>();
            how.put("error_class", made.errorClass());
            how.put("was_repeat", made.repeat());
            frame.edge(new Relation(node, "mistake:" + made.id(), "contains", 1, how));
        });
        return frame.emission(Map.of());
    }
}
