package dev.buildlog.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The bean {@code mcp}: one message of the protocol's streamable HTTP transport, one answer. It keeps no session, so any client
 * may come and go.
 */
public final class McpEndpoint implements McpStatelessServerTransport {

    private final BuildlogMcp buildlog;
    private @Nullable McpStatelessServerHandler handler;
    private @Nullable McpStatelessSyncServer server;

    public McpEndpoint(BuildlogMcp buildlog) {
        this.buildlog = buildlog;
    }

    /**
     * What an HTTP answer says.
     *
     * @param status 200 with {@code text}, 202 without, 400 for what is no message
     */
    public record Reply(int status, String text) {}

    /** Answers one message; blocks until its command is done. */
    public Reply answer(byte @Nullable [] body) throws IOException {
        McpStatelessServerHandler ready = ready();
        JSONRPCMessage message;
        try {
            message = McpSchema.deserializeJsonRpcMessage(buildlog.json(), new String(body == null ? new byte[0] : body,
                    StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException e) {
            return new Reply(400, "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"send one message of"
                    + " JSON-RPC 2.0\"}}");
        }
        if (message instanceof JSONRPCRequest request) {
            return new Reply(200, buildlog.json().writeValueAsString(ready.handleRequest(McpTransportContext.EMPTY, request)
                    .block()));
        }
        if (message instanceof JSONRPCNotification notification) {
            ready.handleNotification(McpTransportContext.EMPTY, notification).block();
        }
        return new Reply(202, "");
    }

    /** The first message makes the server: a service that no agent talks to does not pay for it. */
    private synchronized McpStatelessServerHandler ready() {
        if (server == null) {
            server = buildlog.serve(this);
        }
        return java.util.Objects.requireNonNull(handler);
    }

    @Override
    public void setMcpHandler(McpStatelessServerHandler newHandler) {
        this.handler = newHandler;
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }
}
