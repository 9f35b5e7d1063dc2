package dev.buildlog.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A small YAML file as values by dotted key, each with its line, and what is wrong with it. */
final class Descriptor {

    private static final Value MISSING = new Value(List.of(), false, 0);

    private final Path file;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Value> values = new LinkedHashMap<>();

    private record Value(List<String> texts, boolean list, int line) {}

    /** @throws BuildlogException of kind {@code BAD_CONFIGURATION} if it cannot be read or is no YAML */
    static Descriptor in(Path file) {
        try {
            return new Descriptor(file, Files.readString(file));
        } catch (IOException e) {
            throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION,
                    new Problem(file.toString(), 0, 0, "cannot be read as UTF-8 text: " + e.getMessage()).toString(), e);
        }
    }

    /**
     * @param file as problems name it
     * @throws BuildlogException of kind {@code BAD_CONFIGURATION} if it is no YAML
     */
    Descriptor(Path file, String text) {
        this.file = file;
        try (YAMLParser parser = new YAMLFactory().createParser(text)) {
            flatten(parser);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            problem(line, "not valid YAML: " + e.getOriginalMessage());
            stopOnProblems();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void flatten(YAMLParser parser) throws IOException {
        Deque<String> path = new ArrayDeque<>();
        String key = "";
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            int line = parser.currentTokenLocation().getLineNr();
            if (token == JsonToken.FIELD_NAME) {
                key = path.isEmpty() ? parser.currentName() : path.peek() + "." + parser.currentName();
                if (values.containsKey(key)) {
                    problem(line, "key '" + key + "' stands here a second time");
                }
            } else if (token == JsonToken.START_OBJECT && !key.isEmpty()) {
                path.push(key);
            } else if (token == JsonToken.END_OBJECT && !path.isEmpty()) {
                path.pop();
            } else if (token == JsonToken.START_ARRAY && !key.isEmpty()) {
                values.put(key, new Value(items(parser), true, line));
            } else if (key.isEmpty() && (token.isScalarValue() || token == JsonToken.START_ARRAY)) {
                problem(line, "this is not a list of 'key: value' lines");
                parser.skipChildren();
            } else if (token.isScalarValue()) {
                values.put(key, new Value(List.of(text(parser)), false, line));
            }
        }
    }

    private List<String> items(YAMLParser parser) throws IOException {
        List<String> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token.isScalarValue()) {
                items.add(text(parser));
            } else {
                problem(parser.currentTokenLocation().getLineNr(), "only plain words belong into this list");
                parser.skipChildren();
            }
        }
        return items;
    }

    private static String text(YAMLParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText();
    }

    List<String> keys() {
        return List.copyOf(values.keySet());
    }

    /** The value of a key; empty where it is missing or a list. */
    String text(String key) {
        Value value = values.getOrDefault(key, MISSING);
        return value.list || value.texts.isEmpty() ? "" : value.texts.get(0);
    }

    /** The items of a key; empty where it is missing. */
    List<String> list(String key) {
        return values.getOrDefault(key, MISSING).texts;
    }

    boolean isList(String key) {
        return values.getOrDefault(key, MISSING).list;
    }

    void problem(String key, String message) {
        problem(values.getOrDefault(key, MISSING).line, message);
    }

    private void problem(int line, String message) {
        problems.add(new Problem(file.toString(), line, 0, message));
    }

    /** @throws BuildlogException of kind {@code BAD_CONFIGURATION} with one line for each problem so far */
    void stopOnProblems() {
        if (!problems.isEmpty()) {
            throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION,
                    problems.stream().map(Problem::toString).collect(Collectors.joining("\n")), null);
        }
    }
}
