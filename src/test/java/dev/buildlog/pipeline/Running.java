package dev.buildlog.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.buildlog.config.HomeSecret;
import dev.buildlog.ledger.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** A running service as its users see it: over HTTP. */
public final class Running implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Service service;
    private final Core core;
    private final Ledger ledger;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Running(Service service, Core core, Ledger ledger) {
        this.service = service;
        this.core = core;
        this.ledger = ledger;
    }

    Service service() {
        return service;
    }

    public Core core() {
        return core;
    }

    public String url() {
        return service.url();
    }

    /** Id of the project around {@code root}. */
    public String project(Path root) {
        return core.repositories().locate(root).project().id();
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url() + path)));
    }

    public HttpResponse<String> delete(String path) {
        return send(HttpRequest.newBuilder(URI.create(url() + path)).DELETE());
    }

    /** Posts JSON. @param headers names and values in turn */
    public HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Sends a request with the home's secret, as programs of the same user do, unless it brings another credential. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        boolean named = request.copy().build().headers().firstValue("Authorization").isPresent();
        return bare(named ? request : request.header("Authorization", "Bearer " + HomeSecret.read(core.home()).orElseThrow()));
    }

    /** Sends a request as it is. */
    public HttpResponse<String> bare(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public JsonNode json(String path) {
        return json(get(path));
    }

    public static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(response.body(), e);
        }
    }

    /** What the service says a person should mend. */
    public String problems() {
        return json("/observe/health").get("problems").toString();
    }

    /** The live rules of a project as JSON. */
    public JsonNode rules(Path root) {
        return json("/api/v1/projects/" + project(root) + "/rules").get("rules");
    }

    /** Waits until {@code assertion} holds. */
    public static void eventually(ThrowingRunnable assertion) {
        Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(25)).atMost(Duration.ofSeconds(20))
                .untilAsserted(assertion);
    }

    @Override
    public void close() {
        service.close();
        ledger.close();
    }
}
