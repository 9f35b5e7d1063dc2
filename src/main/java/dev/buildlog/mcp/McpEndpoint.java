package dev.buildlog.mcp;

import dev.buildlog.mcp.Projects.Watched;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The bean {@code mcp}: one message of the protocol's streamable HTTP transport, one answer. It keeps no session, so any client
 * may come and go.
 *
 * <p>Whoever has the home's secret gets every tool, in the folder that a call names or in a project; whoever has a project's token
 * gets the tools that stay within that project.
 */
public final class McpEndpoint {

    /** Header by which the server says that only one project is open to the caller, and which; callers cannot set it. */
    private static final String OPEN = "Buildlog-Project";

    /** What it says of a token of all projects. */
    private static final String ANY = "*";

    private static final List<String> VERSIONS = List.of(ProtocolVersions.MCP_2024_11_05, ProtocolVersions.MCP_2025_03_26,
            ProtocolVersions.MCP_2025_06_18, ProtocolVersions.MCP_2025_11_25);

    private final CommandRunner anywhere;
    private final Projects projects;
    private final String version;
    private final Map<String, Messages> servers = new ConcurrentHashMap<>();

    /** @param anywhere runs commands in the service's folder */
    public McpEndpoint(CommandRunner anywhere, Projects projects, String version) {
        this.anywhere = anywhere;
        this.projects = projects;
        this.version = version;
    }

    /**
     * Answers one message; blocks until its command is done.
     *
     * @param headers {@code project}, if the address names one, and {@code MCP-Protocol-Version}
     */
    public Reply answer(Map<String, Object> headers, byte @Nullable [] body) throws IOException {
        String spoken = text(headers, "MCP-Protocol-Version");
        if (!spoken.isEmpty() && !VERSIONS.contains(spoken)) {
            return Reply.refused(400, -32600, "this server speaks the protocol versions " + String.join(", ", VERSIONS));
        }
        if (headers.get("project") instanceof Iterable<?>) {
            return Reply.refused(400, -32600, "the project is part of the address: do not send it as a header too");
        }
        String open = text(headers, OPEN);
        String named = text(headers, "project");
        byte[] message = body == null ? new byte[0] : body;
        if (named.isEmpty() && open.isEmpty()) {
            return server("", anywhere, ToolSet.ALL).answer(message);
        }
        Optional<Watched> project = projects.named(named.isEmpty() ? open : named)
                .filter(found -> open.isEmpty() || open.equals(ANY) || found.id().equals(open));
        if (project.isEmpty()) {
            return Reply.refused(404, -32600, "name a project of which this service watches a checkout, as in /mcp/shop: GET"
                    + " /api/v1/projects lists those that it knows");
        }
        return server(project.get().id(), project.get().commands(), open.isEmpty() ? ToolSet.ALL : ToolSet.PROJECT)
                .answer(message);
    }

    /** The first message makes the server: a service that no agent talks to does not pay for it. */
    private Messages server(String project, CommandRunner commands, ToolSet shown) {
        return servers.computeIfAbsent(shown + " " + project, key -> new Messages(new BuildlogMcp(commands, shown, version)));
    }

    private static String text(Map<String, Object> headers, String name) {
        Object value = headers.get(name);
        return value == null ? "" : value.toString();
    }
}
