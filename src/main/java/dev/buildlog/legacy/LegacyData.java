package dev.buildlog.legacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was read from the Python tool's files and database: the records, each once, and what is none. */
public final class LegacyData {

    static final ObjectMapper JSON = new ObjectMapper();

    private final Map<List<String>, LegacyRecord> records = new LinkedHashMap<>();
    private final List<LegacyReject> rejects = new ArrayList<>();

    /** In the order in which they were read; of one that was read twice the one that was written last. */
    public List<LegacyRecord> records() {
        return List.copyOf(records.values());
    }

    public List<LegacyReject> rejects() {
        return List.copyOf(rejects);
    }

    /** Takes in one record of {@code project}, if it is one. */
    public void add(String project, LegacyKind kind, JsonNode fields, String source) {
        String complaint = fields instanceof ObjectNode ? kind.complaint(fields) : "it is no JSON object";
        if (complaint.isEmpty()) {
            LegacyRecord record = new LegacyRecord(project, kind, kind.id(fields), (ObjectNode) fields, source);
            records.merge(List.of(project, kind.key(), record.id()), record, LegacyData::later);
        } else {
            reject(source, complaint, fields.toString());
        }
    }

    public void reject(String source, String reason, String text) {
        rejects.add(new LegacyReject(source, reason, text));
    }

    /** The value in a text that may hold JSON, several times over; the text itself where it holds none. */
    public static JsonNode parsed(String text) {
        try {
            JsonNode value = JSON.readTree(text);
            return value == null || value.isMissingNode() ? JSON.getNodeFactory().textNode(text)
                    : value.isTextual() ? parsed(value.asText()) : value;
        } catch (JsonProcessingException e) {
            return JSON.getNodeFactory().textNode(text);
        }
    }

    /** Arms and learnings say when they were written; of others the first stays. */
    private static LegacyRecord later(LegacyRecord a, LegacyRecord b) {
        String column = a.kind() == LegacyKind.LEARNING ? "last_reinforced" : "updated_at";
        return b.text(column).compareTo(a.text(column)) > 0 ? b : a;
    }
}
