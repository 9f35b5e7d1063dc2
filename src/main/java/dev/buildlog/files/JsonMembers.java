package dev.buildlog.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Where the members of one JSON object or array stand in a text, so that some can be taken out or added without touching
 * the others.
 *
 * @param text the whole document
 * @param open index behind the opening bracket
 * @param all the members in order
 */
public record JsonMembers(String text, int open, List<Member> all) {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** As people write settings by hand: with comments, and commas behind the last member. */
    private static final JsonFactory LENIENT = JsonFactory.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA).build();

    /**
     * One member.
     *
     * @param name its key; empty in an array
     * @param from index of its first character: of the key in an object, of the value in an array
     * @param value index of the value's first character
     * @param to index behind its last character
     * @param string the value where it is a string; else empty
     * @param kind first token of the value
     * @param line line of the member, from 1
     */
    public record Member(String name, int from, int value, int to, String string, JsonToken kind, int line) {}

    /**
     * The members of the object that a document is.
     *
     * @throws IOException if it is not one JSON object
     */
    public static JsonMembers ofDocument(String text) throws IOException {
        return ofDocument(text, FACTORY);
    }

    /**
     * The same for a document with comments and commas behind the last member, as some programs read their settings.
     *
     * @throws IOException if it is not one such object
     */
    public static JsonMembers ofSettings(String text) throws IOException {
        return ofDocument(text, LENIENT);
    }

    private static JsonMembers ofDocument(String text, JsonFactory factory) throws IOException {
        try (JsonParser parser = factory.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("this is not a JSON object");
            }
            JsonMembers members = read(parser, text, 0);
            if (parser.nextToken() != null) {
                throw new IOException("there is something behind the JSON object");
            }
            return members;
        }
    }

    /** The members of the object or array that a member is. */
    public JsonMembers inside(Member member) throws IOException {
        try (JsonParser parser = LENIENT.createParser(text.substring(member.value, member.to))) {
            parser.nextToken();
            return read(parser, text, member.value);
        }
    }

    private static JsonMembers read(JsonParser parser, String text, int base) throws IOException {
        int open = base + (int) parser.currentTokenLocation().getCharOffset() + 1;
        List<Member> all = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); !token.isStructEnd(); token = parser.nextToken()) {
            String name = "";
            int from = base + (int) parser.currentTokenLocation().getCharOffset();
            int line = parser.currentTokenLocation().getLineNr();
            if (token == JsonToken.FIELD_NAME) {
                name = parser.currentName();
                token = parser.nextToken();
            }
            int value = base + (int) parser.currentTokenLocation().getCharOffset();
            String string = token == JsonToken.VALUE_STRING ? parser.getText() : "";
            int to;
            if (token.isStructStart()) {
                parser.skipChildren();
                to = base + (int) parser.currentTokenLocation().getCharOffset() + 1;
            } else {
                to = token == JsonToken.VALUE_STRING
                        ? base + (int) parser.currentLocation().getCharOffset()
                        : value + parser.getText().length();
            }
            all.add(new Member(name, from, value, to, string, token, line));
        }
        return new JsonMembers(text, open, all);
    }

    /** Those of this name. */
    public List<Member> named(String name) {
        return all.stream().filter(member -> member.name.equals(name)).toList();
    }

    /**
     * The document without some members; those that stay keep every character, and so does the space around them.
     *
     * @param closing what {@link #with} puts before the closing bracket, taken back where no member stays
     */
    public String without(Predicate<Member> unwanted, String closing) {
        List<Member> kept = all.stream().filter(unwanted.negate()).toList();
        if (kept.size() == all.size()) {
            return text;
        }
        int end = all.get(all.size() - 1).to;
        if (kept.isEmpty()) {
            return text.substring(0, open) + text.substring(text.startsWith(closing, end) ? end + closing.length() : end);
        }
        StringBuilder result = new StringBuilder(text.substring(0, all.get(0).from));
        for (int i = 0; i < all.size(); i++) {
            Member member = all.get(i);
            boolean first = member.equals(kept.get(0));
            if (kept.contains(member)) {
                result.append(text, first ? member.from : all.get(i - 1).to, member.to);
            }
        }
        return result.append(text.substring(end)).toString();
    }

    /**
     * The document with members added behind the last one.
     *
     * @param added their texts
     * @param indent line ending and space before each
     * @param closing line ending and space before the closing bracket, used where there was no member
     */
    public String with(List<String> added, String indent, String closing) {
        if (added.isEmpty()) {
            return text;
        }
        String joined = indent + String.join("," + indent, added);
        if (all.isEmpty()) {
            return text.substring(0, open) + joined + closing + text.substring(open);
        }
        int end = all.get(all.size() - 1).to;
        return text.substring(0, end) + "," + joined + text.substring(end);
    }
}
