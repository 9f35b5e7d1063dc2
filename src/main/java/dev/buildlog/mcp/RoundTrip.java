package dev.buildlog.mcp;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a client of the official SDK finds on a server.
 *
 * @param tools in the order in which they are listed
 * @param tokens what their descriptions cost an agent's context, at four characters each
 */
public record RoundTrip(List<Tried> tools, int tokens) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CHARACTERS_OF_A_TOKEN = 4;

    /**
     * One tool.
     *
     * @param called whether it was called: only those that change nothing and need no arguments are
     * @param problem what was wrong with the answer; empty for nothing
     */
    public record Tried(String name, boolean called, String problem) {}

    /**
     * Starts a server, connects a client to it, and tries its tools.
     *
     * @param program the program and its arguments
     * @param environment variables it gets beside those that the client hands on
     */
    public static RoundTrip of(List<String> program, Map<String, String> environment) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ServerParameters server = ServerParameters.builder(program.get(0)).args(program.subList(1, program.size()))
                .env(environment).build();
        try (McpSyncClient client = McpClient.sync(new StdioClientTransport(server, new JacksonMcpJsonMapper(mapper)))
                .requestTimeout(PATIENCE).initializationTimeout(PATIENCE).jsonSchemaValidator(new Schemas()).build()) {
            client.initialize();
            List<Tool> listed = client.listTools().tools();
            List<Tried> tried = new ArrayList<>();
            for (Tool tool : listed) {
                tried.add(tried(client, tool));
            }
            return new RoundTrip(tried, mapper.writeValueAsString(listed).length() / CHARACTERS_OF_A_TOKEN);
        }
    }

    private static Tried tried(McpSyncClient client, Tool tool) {
        Object required = tool.inputSchema().get("required");
        boolean callable = Boolean.TRUE.equals(tool.annotations().readOnlyHint()) && List.of().equals(required);
        if (!callable) {
            return new Tried(tool.name(), false, "");
        }
        CallToolResult result = client.callTool(new CallToolRequest(tool.name(), Map.of()));
        return new Tried(tool.name(), true, Boolean.TRUE.equals(result.isError()) ? text(result) : "");
    }

    private static String text(CallToolResult result) {
        return result.content().stream().filter(TextContent.class::isInstance).map(content -> ((TextContent) content).text())
                .findFirst().orElse("it failed without a word");
    }
}
