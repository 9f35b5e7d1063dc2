package dev.buildlog.models;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A server of documents on the loopback address, good and bad ones. */
public final class DocumentServer implements AutoCloseable {

    /** Requests so far: path, and the version the client has. */
    public final List<String> requests = new CopyOnWriteArrayList<>();

    private final HttpServer server;
    private final boolean secure;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    private record Answer(int status, String name, String value, String body) {}

    private DocumentServer(@Nullable SSLContext tls) throws IOException {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        secure = tls != null;
        if (tls == null) {
            server = HttpServer.create(any, 0);
        } else {
            HttpsServer https = HttpsServer.create(any, 0);
            https.setHttpsConfigurator(new HttpsConfigurator(tls));
            server = https;
        }
        server.createContext("/", this::answer);
        server.setExecutor(workers);
        server.start();
    }

    public static DocumentServer http() throws IOException {
        return new DocumentServer(null);
    }

    static DocumentServer https(SSLContext tls) throws IOException {
        return new DocumentServer(tls);
    }

    public String url(String path) {
        return (secure ? "https://localhost:" : "http://localhost:") + server.getAddress().getPort() + path;
    }

    /** Serves Markdown from now on, with an ETag that follows the text. */
    public DocumentServer markdown(String path, String text) {
        return put(path, 200, "Content-Type", "text/markdown; charset=utf-8", text);
    }

    public DocumentServer put(String path, int status, String header, String value, String body) {
        answers.put(path, new Answer(status, header, value, body));
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        String known = String.valueOf(exchange.getRequestHeaders().getFirst("If-None-Match"));
        requests.add(path + " " + known);
        Answer answer = answers.getOrDefault(path, new Answer(404, "Content-Type", "text/plain", "not here"));
        String etag = "\"" + Integer.toHexString(answer.body.hashCode()) + "\"";
        exchange.getResponseHeaders().add(answer.name, answer.value);
        exchange.getResponseHeaders().add("ETag", etag);
        if (known.equals(etag)) {
            exchange.sendResponseHeaders(304, -1);
            exchange.close();
            return;
        }
        byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
            if (answer.body.equals("endless")) {
                out.flush();
                end.await();
            } else if (answer.body.equals("huge")) {
                for (int i = 0; i < 1_000_000; i++) {
                    out.write(body);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // the client has had enough
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        workers.shutdown();
    }
}
