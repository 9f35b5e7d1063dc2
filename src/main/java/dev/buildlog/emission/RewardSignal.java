package dev.buildlog.emission;

import dev.buildlog.model.Reward;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How reviewed work came out, and what that says of the rules it rewards.
 *
 * @param id of the reward
 * @param outcome accepted, revision or rejected
 * @param value 0 to 1
 * @param errorClass what the work was about; empty where unknown
 * @param session of the agent; empty for none
 * @param rules ids of the rewarded rules
 */
public record RewardSignal(String project, String id, String outcome, double value, String errorClass, String session,
        List<String> rules, Instant at) {

    public RewardSignal {
        rules = List.copyOf(rules);
    }

    /** A value of one half says nothing of any rule, and gives no edge. */
    public Emission emission() {
        String node = "reward:" + id;
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("outcome", outcome);
        properties.put("reward_value", value);
        properties.put("timestamp", Frame.time(at));
        Frame.put(properties, "error_class", errorClass);
        Frame.put(properties, "session_id", session);
        Frame frame = new Frame(ArtifactType.REWARD_SIGNAL, project, at).concept(node, properties)
                .meta("reward_id", id).meta("session_id", session);
        boolean supports = outcome.equals(Reward.ACCEPTED) || outcome.equals(Reward.REVISION) && value > 0.5;
        double confidence = Math.abs(value - 0.5) * 2;
        if (confidence > 0) {
            Map<String, Object> why = new LinkedHashMap<>();
            why.put("outcome", outcome);
            why.put("reward_value", value);
            rules.forEach(rule -> frame.edge(new Relation(node, Relation.rule(rule), supports ? "supports" : "challenges",
                    confidence, why)));
        }
        if (!session.isEmpty()) {
            frame.edge(new Relation(node, "session:" + session, "part_of", 1));
        }
        return frame.emission(Map.of());
    }
}
