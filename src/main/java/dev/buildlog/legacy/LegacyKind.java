package dev.buildlog.legacy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.buildlog.model.Sha256;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The kinds of records of the Python tool: their tables, and the fields without which a record says nothing. */
public enum LegacyKind {
    DECISION("skill_decisions", "skill_id", "skill_id", "decision"),
    LEARNING("review_learnings", "id", "id", "rule", "category"),
    HISTORY("review_history", "timestamp", "timestamp"),
    SESSION("sessions", "id", "id", "started_at"),
    ACTIVE_SESSION("active_sessions", "id", "id"),
    REWARD("reward_events", "id", "id", "timestamp", "outcome", "reward_value"),
    MISTAKE("mistakes", "id", "id", "timestamp", "error_class", "description"),
    ARM("bandit_arms", "", "rule_id", "alpha", "beta"),
    CREDIT("gauntlet_credits", "timestamp", "timestamp", "rules"),
    SNAPSHOT("posterior_snapshots", "", "rule_id", "alpha", "beta"),
    GAUNTLET_RULE("gauntlet_rules", "rule_id", "rule_id", "persona", "rule", "category"),
    EDGE("emission_edges", "", "source_id", "target_id", "relation_type");

    private static final Set<String> OUTCOMES = Set.of("accepted", "revision", "rejected");

    private final String table;
    private final String id;
    private final List<String> needed;

    LegacyKind(String table, String id, String... needed) {
        this.table = table;
        this.id = id;
        this.needed = List.of(needed);
    }

    /** Table of the database that holds them. */
    public String table() {
        return table;
    }

    /** As it is told to people and kept. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a later record of the same id takes the place of an earlier one. */
    public boolean isState() {
        return Set.of(DECISION, LEARNING, ACTIVE_SESSION, ARM, GAUNTLET_RULE).contains(this);
    }

    /** What a record of this kind is known by. */
    String id(JsonNode fields) {
        return switch (this) {
            case ARM -> fields.path("context").asText() + "/" + fields.path("rule_id").asText();
            case SNAPSHOT, EDGE -> Sha256.of(String.join("\n", needed.stream().map(name -> fields.path(name).asText()).toList())
                    + "\n" + fields.path("timestamp").asText() + "\n" + fields.path("emitted_at").asText()).substring(0, 16);
            default -> fields.path(id).asText();
        };
    }

    /** What keeps {@code fields} from being a record of this kind; empty if nothing does. */
    String complaint(JsonNode fields) {
        for (String name : needed) {
            if (!fields.hasNonNull(name) || fields.get(name).asText().isBlank() && fields.get(name).isValueNode()) {
                return "it has no " + name;
            }
        }
        return switch (this) {
            case ARM, SNAPSHOT -> positive(fields, "alpha") && positive(fields, "beta") ? ""
                    : "alpha and beta must be numbers above 0";
            case REWARD -> reward(fields);
            case DECISION -> Set.of("promoted", "rejected").contains(fields.get("decision").asText()) ? ""
                    : "a decision is promoted or rejected";
            case MISTAKE -> LegacyTime.isOne(fields.get("timestamp").asText()) ? "" : "its timestamp is no time";
            default -> "";
        };
    }

    private static String reward(JsonNode fields) {
        double value = fields.get("reward_value").asDouble(-1);
        if (!OUTCOMES.contains(fields.get("outcome").asText()) || !(value >= 0 && value <= 1)) {
            return "its outcome must be accepted, revision or rejected, and its value lie between 0 and 1";
        }
        return LegacyTime.isOne(fields.get("timestamp").asText()) ? "" : "its timestamp is no time";
    }

    private static boolean positive(JsonNode fields, String name) {
        JsonNode value = fields.get(name);
        return value.isNumber() && value.asDouble() > 0 && value.asDouble() < Double.POSITIVE_INFINITY;
    }
}
