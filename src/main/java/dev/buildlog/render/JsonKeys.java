package dev.buildlog.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.buildlog.files.JsonMembers;
import dev.buildlog.model.Problem;
import dev.buildlog.model.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * buildlog's keys in a JSON file that otherwise belongs to its users: {@code rules}, an array to which others may add, and
 * {@code _buildlog}, which says what of it is buildlog's.
 *
 * <p>Everything else keeps every character. An element of the array that a person has changed counts as that person's and
 * is never taken away; that one of buildlog's is missing shows that somebody has edited it.
 */
public final class JsonKeys {

    static final String RULES = "rules";
    static final String OWN = "_buildlog";

    private static final int HASH_DIGITS = 12;
    private static final JsonMapper MAPPER = new JsonMapper();

    private JsonKeys() {}

    /** What {@code _buildlog} says: hashes of its elements, and what it made: {@code file}, {@code rules} or nothing. */
    private record State(Set<String> hashes, String made) {}

    /**
     * The change that makes {@code texts} buildlog's share of the file.
     *
     * @param file name of the file, for messages
     * @param existing content of the file; null where there is none
     * @param texts text of each rule by its id; empty to have no keys
     * @param policy id of the policy they were rendered from
     */
    public static FileChange apply(String file, byte @Nullable [] existing, Map<String, String> texts, String policy) {
        try {
            String text = existing == null ? "" : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(existing)).toString();
            String bom = text.startsWith("\uFEFF") ? "\uFEFF" : "";
            String document = text.substring(bom.length());
            boolean blank = document.isBlank();
            if (blank && texts.isEmpty()) {
                return new FileChange.Unchanged();
            }
            return change(text, bom, blank ? "{}\n" : document, blank, texts, policy);
        } catch (CharacterCodingException e) {
            return refused(file, 0, "this is not UTF-8 text; save it as UTF-8, then render again");
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            return refused(file, line, "not valid JSON: " + e.getOriginalMessage() + "; mend it, then render again");
        } catch (Unfit e) {
            return refused(file, e.line, e.getMessage());
        } catch (IOException e) {
            return refused(file, 0, e.getMessage() + "; mend it, then render again");
        }
    }

    private static FileChange change(String text, String bom, String document, boolean isNew, Map<String, String> texts,
            String policy) throws IOException {
        JsonMembers members = checked(document);
        State state = state(members);
        String end = TextLine.dominantEnding(TextLine.split(document));
        Set<String> found = new LinkedHashSet<>();
        String rest = document;
        for (JsonMembers.Member rules : members.named(RULES)) {
            JsonMembers elements = members.inside(rules);
            elements.all().stream().map(JsonKeys::hash).filter(state.hashes::contains).forEach(found::add);
            rest = elements.without(element -> state.hashes.contains(hash(element)), end + "  ");
        }
        boolean edited = !found.equals(state.hashes);
        JsonMembers left = JsonMembers.ofDocument(rest);
        boolean emptied = !state.made.isEmpty() && left.named(RULES).stream().anyMatch(rules -> isEmpty(left, rules));
        String base = left.without(member -> member.name().equals(OWN) || emptied && member.name().equals(RULES), end);
        boolean bare = JsonMembers.ofDocument(base).all().isEmpty();
        boolean madeFile = isNew || bare && state.made.equals("file");
        if (texts.isEmpty()) {
            if (base.equals(document)) {
                return new FileChange.Unchanged();
            }
            return madeFile
                    ? new FileChange.FileRemoved(List.of(), edited)
                    : new FileChange.Removed((bom + base).getBytes(StandardCharsets.UTF_8), List.of(), edited);
        }
        String now = bom + insert(base, madeFile, texts, policy);
        return now.equals(text)
                ? new FileChange.Unchanged()
                : new FileChange.Written(now.getBytes(StandardCharsets.UTF_8), List.of(), edited);
    }

    private static String insert(String base, boolean madeFile, Map<String, String> texts, String policy) throws IOException {
        String end = TextLine.dominantEnding(TextLine.split(base));
        JsonMembers members = JsonMembers.ofDocument(base);
        boolean madeRules = members.named(RULES).isEmpty();
        String document = madeRules
                ? members.with(List.of("\"" + RULES + "\": []"), end + "  ", end)
                : base;
        members = JsonMembers.ofDocument(document);
        JsonMembers elements = members.inside(members.named(RULES).get(0));
        Set<String> present = elements.all().stream().map(JsonMembers.Member::string).collect(Collectors.toSet());
        List<String> added = texts.values().stream().distinct().filter(text -> !present.contains(text)).toList();
        document = elements.with(added.stream().map(JsonKeys::quoted).toList(), end + "    ", end + "  ");
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("policy", policy);
        own.put("promoted_skill_ids", texts.keySet().stream().sorted().toList());
        own.put("rules", added.stream().map(JsonKeys::hash).toList());
        if (madeFile || madeRules) {
            own.put("made", madeFile ? "file" : RULES);
        }
        String value = Layout.json(own).replace("\n", end + "  ");
        return JsonMembers.ofDocument(document).with(List.of("\"" + OWN + "\": " + value), end + "  ", end);
    }

    private static JsonMembers checked(String document) throws IOException {
        JsonMembers members = JsonMembers.ofDocument(document);
        for (String key : List.of(RULES, OWN)) {
            List<JsonMembers.Member> named = members.named(key);
            if (named.size() > 1) {
                throw new Unfit(named.get(1).line(), "key '" + key + "' stands here a second time; delete one of the two,"
                        + " then render again");
            }
            JsonToken needed = key.equals(RULES) ? JsonToken.START_ARRAY : JsonToken.START_OBJECT;
            if (!named.isEmpty() && named.get(0).kind() != needed) {
                throw new Unfit(named.get(0).line(), "'" + key + "' is not " + (key.equals(RULES) ? "an array" : "an object")
                        + "; rename or delete it, then render again");
            }
        }
        return members;
    }

    private static State state(JsonMembers members) throws IOException {
        Set<String> hashes = new LinkedHashSet<>();
        String made = "";
        for (JsonMembers.Member own : members.named(OWN)) {
            JsonMembers fields = members.inside(own);
            for (JsonMembers.Member field : fields.all()) {
                if (field.name().equals("rules") && field.kind() == JsonToken.START_ARRAY) {
                    fields.inside(field).all().stream().map(JsonMembers.Member::string).filter(JsonKeys::isHash)
                            .forEach(hashes::add);
                } else if (field.name().equals("made")) {
                    made = field.string();
                }
            }
        }
        return new State(hashes, made);
    }

    private static boolean isEmpty(JsonMembers members, JsonMembers.Member array) {
        return members.text().substring(array.value() + 1, array.to() - 1).isBlank();
    }

    private static String hash(JsonMembers.Member element) {
        return element.kind() == JsonToken.VALUE_STRING ? hash(element.string()) : "";
    }

    private static String hash(String text) {
        return Sha256.of(text).substring(0, HASH_DIGITS);
    }

    private static boolean isHash(String text) {
        return text.matches("[0-9a-f]{" + HASH_DIGITS + "}");
    }

    private static String quoted(String text) {
        try {
            return MAPPER.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static FileChange refused(String file, int line, String message) {
        return new FileChange.Refused(new Problem(file, line, 0, message));
    }

    /** A document that is JSON but leaves no room for the keys. */
    private static final class Unfit extends IOException {

        private static final long serialVersionUID = 1L;

        private final int line;

        Unfit(int line, String message) {
            super(message);
            this.line = line;
        }
    }
}
