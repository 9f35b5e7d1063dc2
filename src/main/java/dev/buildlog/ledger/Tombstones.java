package dev.buildlog.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.buildlog.curate.Forgotten;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Tombstone;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was forgotten, at the doors of the ledger: it does not come in again. */
final class Tombstones {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Tombstones() {}

    static Forgotten of(JdbcTemplate db) {
        return new Forgotten(db.query("select salt, length, sum, hash from forgotten where kind = 'text'",
                (row, n) -> new Tombstone(row.getString(1), row.getInt(2), row.getInt(3), row.getString(4))));
    }

    static Tombstone add(JdbcTemplate db, String text, Instant at) {
        Tombstone one = Forgotten.tombstone(text, UUID.randomUUID().toString());
        db.update("insert into forgotten (id, kind, salt, length, sum, hash, forgotten_at) values (?,'text',?,?,?,?,?)",
                UUID.randomUUID().toString(), one.salt(), one.length(), one.sum(), one.hash(), at.toString());
        return one;
    }

    /** The entry without what was forgotten, and without insights of which nothing is left. */
    static EntryVersion erase(JdbcTemplate db, EntryVersion entry) {
        Forgotten forgotten = of(db);
        return forgotten.isEmpty() ? entry
                : entry.withText(forgotten.erase(entry.text())).withTitle(forgotten.erase(entry.title()))
                        .withInsights(entry.insights().stream().map(forgotten::erase)
                                .filter(insight -> !Forgotten.isNothing(insight.text())).toList());
    }

    /** A text, which may be JSON, without what was forgotten. */
    static String erase(Forgotten forgotten, String text) {
        String start = text.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            try {
                JsonNode before = JSON.readTree(text);
                JsonNode after = erase(forgotten, before);
                return before.equals(after) ? forgotten.erase(text) : JSON.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(after);
            } catch (JsonProcessingException e) {
                // a text that only begins like JSON
                return forgotten.erase(text);
            }
        }
        return forgotten.erase(text);
    }

    private static JsonNode erase(Forgotten forgotten, JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode clean = object.objectNode();
            object.properties().forEach(field -> clean.set(forgotten.erase(field.getKey()), erase(forgotten, field.getValue())));
            return clean;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode clean = array.arrayNode();
            array.forEach(item -> clean.add(erase(forgotten, item)));
            return clean;
        }
        return node.isTextual() ? TextNode.valueOf(erase(forgotten, node.asText())) : node;
    }
}
