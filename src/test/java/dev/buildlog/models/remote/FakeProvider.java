package dev.buildlog.models.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A model service on loopback that speaks as each provider does and answers as a test wants it to. */
public final class FakeProvider implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Function<Asked, Reply> script;

    /** A request as it came in; {@code system} and {@code user} are the texts of the messages. */
    public record Asked(String path, Map<String, List<String>> headers, JsonNode body, String system, String user) {}

    /** What is answered. */
    public sealed interface Reply {

        /** A model's answer, cut off if {@code whole} is false. */
        record Says(String text, boolean whole) implements Reply {}

        /** Anything over HTTP. */
        record Raw(int status, Map<String, String> headers, String body) implements Reply {}

        /** Nothing at all, until the server is closed. */
        record Silence() implements Reply {}

        /** A line that breaks in the middle of the body. */
        record HangsUp() implements Reply {}
    }

    public FakeProvider(Function<Asked, Reply> script) {
        this.script = script;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::serve);
        server.setExecutor(workers);
        server.start();
    }

    public static Reply says(String text) {
        return new Reply.Says(text, true);
    }

    public static Reply status(int status) {
        return new Reply.Raw(status, Map.of(), "{\"error\": {\"message\": \"no\"}}");
    }

    /** From now on it answers like this. */
    public void answer(Function<Asked, Reply> newScript) {
        script = newScript;
    }

    /** All requests so far. */
    public List<Asked> asked() {
        return asked;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = JSON.readTree(exchange.getRequestBody());
            Asked request = new Asked(exchange.getRequestURI().getPath(), Map.copyOf(exchange.getRequestHeaders()), body,
                    system(body), user(body));
            asked.add(request);
            Reply reply = script.apply(request);
            if (reply instanceof Reply.Says says) {
                send(exchange, 200, answer(request, says));
            } else if (reply instanceof Reply.Raw raw) {
                raw.headers().forEach(exchange.getResponseHeaders()::set);
                send(exchange, raw.status(), raw.body());
            } else if (reply instanceof Reply.HangsUp) {
                exchange.sendResponseHeaders(200, 1_000);
                exchange.getResponseBody().write("{\"choices\": [".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            } else {
                closed.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static String answer(Asked request, Reply.Says says) {
        ObjectNode answer = JSON.createObjectNode();
        answer.put("model", request.body().path("model").asText());
        if (request.path().endsWith("/chat/completions")) {
            answer.put("id", "c1").putArray("choices").addObject().put("index", 0)
                    .put("finish_reason", says.whole() ? "stop" : "length").putObject("message")
                    .put("role", "assistant").put("content", says.text());
            answer.putObject("usage").put("prompt_tokens", 1_000).put("completion_tokens", 100).put("total_tokens", 1_100)
                    .putObject("prompt_tokens_details").put("cached_tokens", 400);
        } else if (request.path().endsWith("/messages")) {
            answer.put("id", "m1").put("type", "message").put("role", "assistant")
                    .put("stop_reason", says.whole() ? "end_turn" : "max_tokens").putArray("content").addObject()
                    .put("type", "text").put("text", says.text());
            answer.putObject("usage").put("input_tokens", 600).put("output_tokens", 100)
                    .put("cache_read_input_tokens", 400).put("cache_creation_input_tokens", 200);
        } else {
            answer.put("created_at", "2026-11-21T00:00:00Z").put("done", true)
                    .put("done_reason", says.whole() ? "stop" : "length").put("prompt_eval_count", 1_000)
                    .put("eval_count", 100).putObject("message").put("role", "assistant").put("content", says.text());
        }
        return answer.toString();
    }

    private static String system(JsonNode body) {
        return body.has("system") ? text(body.get("system")) : message(body, "system");
    }

    private static String user(JsonNode body) {
        return message(body, "user");
    }

    private static String message(JsonNode body, String role) {
        for (JsonNode message : body.path("messages")) {
            if (message.path("role").asText().equals(role)) {
                return text(message.path("content"));
            }
        }
        return "";
    }

    private static String text(JsonNode content) {
        return content.isTextual() ? content.asText() : content.path(0).path("text").asText();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        workers.shutdownNow();
    }
}
