package dev.buildlog.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Problem;
import dev.buildlog.model.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads one descriptor and reports all that is wrong with it at once. */
final class TargetReader {

    private static final List<String> REQUIRED =
            List.of("id", "title", "path", "heading", "ownership", "facts.date", "facts.source");
    private static final List<String> KNOWN =
            List.of("id", "title", "path", "heading", "ownership", "maxBytes", "facts.date", "facts.source");

    private final Path file;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Value> values = new LinkedHashMap<>();

    private record Value(String text, int line) {}

    private TargetReader(Path file) {
        this.file = file;
    }

    /** @throws BuildlogException of kind {@code BAD_CONFIGURATION} with one line for each problem */
    static Target read(Path file) {
        return new TargetReader(file).read();
    }

    private Target read() {
        flatten();
        values.forEach((key, value) -> {
            if (!KNOWN.contains(key)) {
                problem(value.line, "unknown key '" + key + "'" + Suggestion.hint(key, KNOWN, "") + "; known keys: "
                        + String.join(", ", KNOWN));
            }
        });
        for (String key : REQUIRED) {
            if (text(key).isBlank()) {
                problem(line(key), "key '" + key + "' is missing or empty");
            }
        }
        checkId();
        checkPath();
        if (text("heading").lines().count() > 1) {
            problem(line("heading"), "the heading must be one line");
        }
        if (!text("ownership").isBlank() && !text("ownership").equals("managed-block")) {
            problem(line("ownership"), "unknown ownership '" + text("ownership") + "'; the only one is managed-block");
        }
        int maxBytes = maxBytes();
        LocalDate date = date();
        stopOnProblems();
        return new Target(text("id"), text("title"), text("path"), text("heading").strip(),
                Target.Ownership.MANAGED_BLOCK, maxBytes, new Target.Facts(date, text("facts.source")));
    }

    /** The document's values by dotted key. */
    private void flatten() {
        try (YAMLParser parser = new YAMLFactory().createParser(Files.readString(file))) {
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
                } else if (token == JsonToken.START_ARRAY) {
                    problem(line, "a list where one value belongs");
                    parser.skipChildren();
                } else if (token.isScalarValue() && key.isEmpty()) {
                    problem(line, "this is not a list of 'key: value' lines");
                } else if (token.isScalarValue()) {
                    values.put(key, new Value(token == JsonToken.VALUE_NULL ? "" : parser.getText(), line));
                }
            }
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            problem(line, "not valid YAML: " + e.getOriginalMessage());
            stopOnProblems();
        } catch (IOException e) {
            problem(0, "cannot be read as UTF-8 text: " + e.getMessage());
            stopOnProblems();
        }
    }

    private void checkId() {
        String expected = file.getFileName().toString().replaceFirst("\\.yaml$", "");
        if (!text("id").isBlank() && !text("id").equals(expected)) {
            problem(line("id"), "id '" + text("id") + "' must be the file's name without .yaml, '" + expected + "'");
        }
    }

    private void checkPath() {
        String path = text("path");
        boolean odd = path.chars().anyMatch(c -> c == '\\' || c == ':' || c < ' ') || path.startsWith("~");
        List<String> elements = List.of(path.split("/", -1));
        boolean leaves = elements.contains("") || elements.contains(".") || elements.contains("..");
        if (!path.isBlank() && (odd || leaves || elements.stream().anyMatch(".git"::equalsIgnoreCase))) {
            problem(line("path"), "path '" + path + "' must lie in the repository, outside .git: a relative path with"
                    + " forward slashes and without '.' or '..'");
        }
    }

    private int maxBytes() {
        if (text("maxBytes").isBlank()) {
            return 0;
        }
        try {
            int bytes = Integer.parseInt(text("maxBytes"));
            if (bytes > 0) {
                return bytes;
            }
        } catch (NumberFormatException e) {
            // said below, with the file and line
        }
        problem(line("maxBytes"), "maxBytes must be a whole number above 0, not '" + text("maxBytes") + "'");
        return 0;
    }

    private LocalDate date() {
        try {
            return text("facts.date").isBlank() ? LocalDate.EPOCH : LocalDate.parse(text("facts.date"));
        } catch (DateTimeParseException e) {
            problem(line("facts.date"), "'" + text("facts.date") + "' is not a date such as 2026-01-31");
            return LocalDate.EPOCH;
        }
    }

    private String text(String key) {
        return values.getOrDefault(key, new Value("", 0)).text;
    }

    private int line(String key) {
        return values.getOrDefault(key, new Value("", 0)).line;
    }

    private void problem(int line, String message) {
        problems.add(new Problem(file.toString(), line, 0, message));
    }

    private void stopOnProblems() {
        if (!problems.isEmpty()) {
            throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION,
                    problems.stream().map(Problem::toString).collect(Collectors.joining("\n")), null);
        }
    }
}
