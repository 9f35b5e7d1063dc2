package dev.buildlog.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** buildlog as a server of the Model Context Protocol, on the official SDK. */
public final class BuildlogMcp {

    private static final String INSTRUCTIONS = """
            buildlog keeps what work sessions taught and shows it to agents. Read the rules before you begin; cite the ids of the
            rules you were given when you report findings; log mistakes; tell how reviewed work came out.""";

    private final CommandRunner commands;
    private final Texts texts;
    private final List<Tool> tools;
    private final String version;
    private final McpJsonMapper json = new JacksonMcpJsonMapper(ToolCall.JSON);

    public BuildlogMcp(CommandRunner commands, ToolSet shown, String version) {
        this.commands = commands;
        this.texts = new Texts(commands);
        this.tools = ToolCatalogue.of(shown);
        this.version = version;
    }

    /** Serves one client until {@code in} ends and all that it asked is answered. */
    public void serve(InputStream in, OutputStream out) throws IOException {
        new Lines(new Messages(this), out).serve(in);
    }

    /** Serves clients without sessions, over a transport that brings single requests. */
    McpStatelessSyncServer serve(McpStatelessServerTransport transport) {
        var server = McpServer.sync(transport)
                .serverInfo("buildlog", version).instructions(INSTRUCTIONS).capabilities(capabilities())
                .jsonMapper(json).jsonSchemaValidator(new Schemas());
        for (Tool tool : tools) {
            ToolCall call = new ToolCall(tool, commands);
            server.toolCall(described(tool), (context, request) -> call.with(request.arguments()));
        }
        for (Texts.Readable readable : texts.resources()) {
            server.resources(new McpStatelessServerFeatures.SyncResourceSpecification(readable.resource(),
                    (context, request) -> texts.read(readable)));
        }
        for (McpSchema.Prompt prompt : texts.prompts()) {
            server.prompts(new McpStatelessServerFeatures.SyncPromptSpecification(prompt,
                    (context, request) -> texts.prompt(prompt, request)));
        }
        return server.build();
    }

    McpJsonMapper json() {
        return json;
    }

    private static ServerCapabilities capabilities() {
        return ServerCapabilities.builder().tools(false).resources(false, false).prompts(false).build();
    }

    private static McpSchema.Tool described(Tool tool) {
        Tool.Hints hints = tool.hints();
        var described = McpSchema.Tool.builder().name(tool.name()).title(tool.title()).description(tool.description())
                .inputSchema(tool.input())
                .annotations(ToolAnnotations.builder().title(tool.title()).readOnlyHint(hints.reads())
                        .destructiveHint(hints.destroys()).idempotentHint(hints.idempotent()).openWorldHint(false).build());
        return (tool.result().isEmpty() ? described : described.outputSchema(tool.result())).build();
    }
}
