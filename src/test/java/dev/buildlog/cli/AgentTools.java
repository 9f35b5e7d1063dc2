package dev.buildlog.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.buildlog.mcp.CommandRunner;
import dev.buildlog.mcp.McpEndpoint;
import dev.buildlog.mcp.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The tools as an agent reaches them, message by message, without a transport. */
final class AgentTools {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final McpEndpoint endpoint;

    AgentTools(CommandRunner commands) {
        endpoint = new McpEndpoint(commands, project -> Optional.empty(), "1");
    }

    /** The descriptions of all tools. */
    List<JsonNode> list() throws IOException {
        return StreamSupport.stream(ask("tools/list", Map.of()).at("/result/tools").spliterator(), false).toList();
    }

    /** The result of a call, also where it is an error of the tool. */
    JsonNode call(String tool, Map<String, Object> arguments) throws IOException {
        return ask("tools/call", Map.of("name", "buildlog_" + tool, "arguments", arguments)).path("result");
    }

    /** The structured content of a call that must succeed. */
    JsonNode done(String tool, Map<String, Object> arguments) throws IOException {
        JsonNode result = call(tool, arguments);
        if (result.path("isError").asBoolean(true)) {
            throw new AssertionError(tool + " answers " + result);
        }
        return result.path("structuredContent");
    }

    /** What a call that must fail says. */
    String refusal(String tool, Map<String, Object> arguments) throws IOException {
        JsonNode result = call(tool, arguments);
        if (!result.path("isError").asBoolean()) {
            throw new AssertionError(tool + " answers " + result);
        }
        return result.at("/content/0/text").asText();
    }

    /** The answer to one request. */
    JsonNode ask(String method, Map<String, Object> parameters) throws IOException {
        byte[] message = JSON.writeValueAsBytes(Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", parameters));
        return JSON.readTree(endpoint.answer(Map.of(), message).text());
    }

    /** The answer to whatever bytes. */
    Reply raw(String message) throws IOException {
        return endpoint.answer(Map.of(), message.getBytes(StandardCharsets.UTF_8));
    }
}
