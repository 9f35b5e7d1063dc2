package dev.buildlog.emission;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules that are in force for a project from now on.
 *
 * @param id of the policy
 * @param selection id of the draw; empty where nothing was drawn
 * @param context what it was drawn for
 * @param rules as they are shown
 */
public record PolicyPublished(String project, String id, String selection, String context, List<Shown> rules, Instant at) {

    /** @param propensity probability with which the draw shows the rule, 0 to 1 */
    public record Shown(String id, String category, String text, double propensity) {}

    public PolicyPublished {
        rules = List.copyOf(rules);
    }

    public Emission emission() {
        String node = "policy:" + id;
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("published_at", Frame.time(at));
        properties.put("rules_count", rules.size());
        Frame.put(properties, "selection_id", selection);
        Frame.put(properties, "context", context);
        Frame frame = new Frame(ArtifactType.POLICY_PUBLISHED, project, at).concept(node, properties).meta("policy_id", id);
        int rank = 0;
        for (Shown rule : rules) {
            Map<String, Object> how = new LinkedHashMap<>();
            how.put("rank", ++rank);
            how.put("propensity", rule.propensity());
            frame.edge(new Relation(node, Relation.rule(rule.id()), "contains", 1, how));
            frame.rule(LearnedRules.rule(rule.id(), rule.text(), rule.category(), 1));
        }
        return frame.emission(Map.of());
    }
}
