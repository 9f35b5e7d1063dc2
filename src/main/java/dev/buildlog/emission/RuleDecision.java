package dev.buildlog.emission;

import dev.buildlog.model.Decision;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a person decided about rules.
 *
 * @param id of the decision
 */
public record RuleDecision(String id, Decision decision) {

    public Emission emission() {
        String node = "decision:" + id;
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("kind", decision.kind());
        properties.put("decided_at", Frame.time(decision.at()));
        Frame.put(properties, "text", decision.text());
        Frame frame = new Frame(ArtifactType.RULE_DECISION, decision.project(), decision.at()).concept(node, properties)
                .meta("decision_id", id);
        decision.rules().forEach(rule -> frame.edge(new Relation(node, Relation.rule(rule), "concerns", 1,
                Map.of("kind", decision.kind()))));
        return frame.emission(Map.of());
    }
}
