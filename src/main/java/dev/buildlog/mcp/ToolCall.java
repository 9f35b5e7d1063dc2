package dev.buildlog.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.buildlog.mcp.CommandRunner.Outcome;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls of one tool: arguments to a command line, and what the command prints to a result. */
final class ToolCall {

    static final ObjectMapper JSON = JsonMapper.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

    private final Tool tool;
    private final CommandRunner commands;

    ToolCall(Tool tool, CommandRunner commands) {
        this.tool = tool;
        this.commands = commands;
    }

    /** Runs the command; whatever goes wrong is an answer that says what to do, not an error of the protocol. */
    CallToolResult with(@Nullable Map<String, Object> arguments) {
        Map<String, Object> given = arguments == null ? Map.of() : arguments;
        try {
            requireOneOf(given);
            return result(commands.run(line(given), input(given)));
        } catch (JsonProcessingException e) {
            return failure("an argument is no JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            return failure(tool.name() + ": " + e.getMessage());
        }
    }

    private void requireOneOf(Map<String, Object> given) {
        long count = tool.oneOf().stream().filter(name -> given.get(name) != null).count();
        if (!tool.oneOf().isEmpty() && count != 1) {
            throw new IllegalArgumentException("give " + String.join(" or ", tool.oneOf()) + (count == 0 ? "" : ", not both"));
        }
    }

    /** The command line for these arguments. */
    List<String> line(Map<String, Object> given) {
        List<String> line = new ArrayList<>(tool.command());
        List<String> words = new ArrayList<>();
        List<String> last = new ArrayList<>();
        for (Parameter parameter : tool.parameters()) {
            // a default is said, so that it holds whatever the command's own is
            Object value = given.getOrDefault(parameter.name(), parameter.schema().get("default"));
            if (value == null) {
                continue;
            }
            switch (parameter.way()) {
                case OPTION -> items(value).forEach(item -> line.add(parameter.word() + "=" + item));
                case FIELDS -> fields(parameter, (Map<?, ?>) value, line);
                case FLAG -> {
                    if (Boolean.TRUE.equals(value)) {
                        line.add(parameter.word());
                    }
                }
                case WORD -> words.addAll(items(value));
                case MEMBERS -> words.addAll(members(parameter, value));
                case LAST -> last.addAll(items(value));
                case PLACE -> line.addAll(0, place(value.toString()));
                case INPUT -> words.add("-");
                case IGNORED -> { }
            }
        }
        if (!words.isEmpty()) {
            // what an agent sends is never taken for an option
            line.add("--");
            line.addAll(words);
        }
        line.addAll(last);
        return line;
    }

    private static List<String> items(Object value) {
        return value instanceof Collection<?> several ? several.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    private static void fields(Parameter parameter, Map<?, ?> value, List<String> line) {
        List<String> words = List.of(parameter.word().split(" "));
        for (int i = 0; i < words.size(); i += 2) {
            if (value.get(words.get(i)) != null) {
                line.add(words.get(i + 1) + "=" + value.get(words.get(i)));
            }
        }
    }

    private static List<String> members(Parameter parameter, Object value) {
        return ((Collection<?>) value).stream()
                .map(item -> item instanceof Map<?, ?> object ? object.get(parameter.word()) : item)
                .map(member -> {
                    if (member == null) {
                        throw new IllegalArgumentException("each of " + parameter.name() + " needs its " + parameter.word());
                    }
                    return member.toString();
                }).toList();
    }

    /** The journal's folder is named by habit {@code buildlog}; any other is a folder to act in, or in which that lies. */
    private static List<String> place(String folder) {
        Path path = Path.of(folder);
        boolean journal = path.endsWith("buildlog");
        Path place = journal ? path.getParent() : path;
        return place == null ? List.of() : List.of("--directory=" + place);
    }

    private String input(Map<String, Object> given) throws JsonProcessingException {
        for (Parameter parameter : tool.parameters()) {
            Object value = given.get(parameter.name());
            if (parameter.way() == Parameter.Way.INPUT && value != null) {
                return value instanceof String text ? text : JSON.writeValueAsString(value);
            }
        }
        return "";
    }

    private CallToolResult result(Outcome outcome) throws JsonProcessingException {
        JsonNode json = read(outcome.out());
        if (json == null || outcome.code() > 1 || outcome.code() == 1 && !json.isObject()) {
            String told = outcome.err().isBlank() ? outcome.out() : outcome.err();
            return failure(told.isBlank() ? "the command failed with code " + outcome.code() : told.strip());
        }
        JsonNode result = tool.under().isEmpty() ? json : JSON.createObjectNode().set(tool.under(), json);
        // what is on one line has no indentation that would cost the agent
        String out = outcome.out().strip();
        String text = tool.under().isEmpty() && out.indexOf('\n') < 0 ? out : JSON.writeValueAsString(result);
        return CallToolResult.builder().structuredContent(result).addTextContent(text).isError(false).build();
    }

    private static @Nullable JsonNode read(String out) {
        try {
            JsonNode json = JSON.readTree(out);
            return json == null || json.isMissingNode() || json.isValueNode() ? null : json;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static CallToolResult failure(String message) {
        return CallToolResult.builder().addTextContent(message).isError(true).build();
    }
}
