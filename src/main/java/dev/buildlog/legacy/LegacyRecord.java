package dev.buildlog.legacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One record as the Python tool kept it.
 *
 * @param project id of its project today; empty for what belonged to all projects
 * @param kind what it is
 * @param id what it was known by; of a kind that has no ids what tells it from its like
 * @param fields as they were, JSON inside of text taken out of it
 * @param source file and line, or table and row
 */
public record LegacyRecord(String project, LegacyKind kind, String id, ObjectNode fields, String source) {

    /** A field as text; empty where it is missing or null. */
    public String text(String name) {
        JsonNode field = fields.path(name);
        return field.isNull() ? "" : field.asText("");
    }

    public double number(String name) {
        return fields.path(name).asDouble();
    }

    /** The texts of a list; none where there is none. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        fields.path(name).forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
