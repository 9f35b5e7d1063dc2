package dev.buildlog.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A server that is given single messages and keeps nothing between them. */
final class Messages implements McpStatelessServerTransport {

    private final BuildlogMcp buildlog;
    private @Nullable McpStatelessServerHandler handler;

    Messages(BuildlogMcp buildlog) {
        this.buildlog = buildlog;
        buildlog.serve(this);
    }

    /** Answers one message; blocks until its command is done. */
    Reply answer(byte[] body) throws IOException {
        JSONRPCMessage message;
        try {
            message = McpSchema.deserializeJsonRpcMessage(buildlog.json(), new String(body, StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException e) {
            return Reply.refused(400, -32700, "send one message of JSON-RPC 2.0");
        }
        McpStatelessServerHandler ready = Objects.requireNonNull(handler);
        if (message instanceof JSONRPCRequest request) {
            return Reply.of(buildlog.json().writeValueAsString(ready.handleRequest(McpTransportContext.EMPTY, request).block()));
        }
        if (message instanceof JSONRPCNotification notification) {
            ready.handleNotification(McpTransportContext.EMPTY, notification).block();
        }
        return Reply.TAKEN;
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
