package dev.buildlog.emission;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An edge between two nodes.
 *
 * @param source name of the node it leaves: {@code mistake:ID}, {@code reward:ID}, {@link #rule}
 * @param target name of the node it leads to
 * @param type what the source is to the target: {@code supports}, {@code challenges}, {@code part_of}
 * @param confidence 0 to 1
 * @param properties more about it; may be empty
 */
public record Relation(String source, String target, String type, double confidence, Map<String, Object> properties) {

    private static final double MILLION = 1e6;

    Relation(String source, String target, String type, double confidence) {
        this(source, target, type, confidence, Map.of());
    }

    /** Node of a rule: a persona's rules, known by the colon in their ids, are told apart from those of the project. */
    static String rule(String id) {
        return id.contains(":") ? "gauntlet_rule:" + id : id;
    }

    /** As it stands in a document. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("source_id", source);
        fields.put("target_id", target);
        fields.put("relation_type", type);
        fields.put("confidence", Math.round(confidence * MILLION) / MILLION);
        fields.put("properties", properties);
        return fields;
    }
}
