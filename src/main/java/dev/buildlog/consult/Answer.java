package dev.buildlog.consult;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be read of an answer: each item on its own, so that one that is broken, or cut off, costs no other.
 *
 * @param items the complete items, at most {@value #MOST_ITEMS}
 * @param whole whether the answer could be read to the end of its list
 */
record Answer(List<JsonNode> items, boolean whole) {

    static final int MOST_ITEMS = 200;
    private static final int MOST_CHARACTERS = 1_000_000;

    private static final ObjectMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).maxStringLength(100_000).build())
            .build());

    Answer {
        items = List.copyOf(items);
    }

    /** Reads a list of items, alone or in an object, whatever stands before the first brace and after the last. */
    static Answer read(String text) {
        List<JsonNode> items = new ArrayList<>();
        String rest = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
        int start = rest.indexOf('{');
        int list = rest.indexOf('[');
        boolean bare = list >= 0 && (start < 0 || list < start);
        if (start < 0 && list < 0) {
            return new Answer(items, false);
        }
        try (JsonParser parser = JSON.createParser(rest.substring(bare ? list : start))) {
            return new Answer(items, (bare ? parser.nextToken() == JsonToken.START_ARRAY : findList(parser))
                    && readList(parser, items));
        } catch (IOException e) {
            // what was complete before the break counts
            return new Answer(items, false);
        }
    }

    private static boolean findList(JsonParser parser) throws IOException {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = parser.currentName().equals(Task.ITEMS);
            if (parser.nextToken() == JsonToken.START_ARRAY && wanted) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    private static boolean readList(JsonParser parser, List<JsonNode> items) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null || items.size() == MOST_ITEMS) {
                return false;
            }
            items.add(JSON.readTree(parser));
        }
        return true;
    }
}
