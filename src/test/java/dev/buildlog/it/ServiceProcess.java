package dev.buildlog.it;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service that listens. */
record ServiceProcess(Started started, String url) {

    private static final Pattern ADDRESS = Pattern.compile("listens on (http://\\S+)\\s");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Waits until the process says where it listens; fails with its stderr if it ends instead. */
    static ServiceProcess listening(Started started) {
        await().atMost(Duration.ofMinutes(1)).until(() -> ADDRESS.matcher(started.outText()).find()
                || !started.process().isAlive());
        Matcher address = ADDRESS.matcher(started.outText());
        if (!address.find()) {
            throw new AssertionError("no service: " + Machine.finish(started));
        }
        return new ServiceProcess(started, address.group(1));
    }

    JsonNode get(String path) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url + path)));
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return tree(answer.body());
    }

    JsonNode health() {
        return get("/observe/health");
    }

    /** Sends an entry without a file; the status of the answer. */
    int submit(String project, String json) {
        return send(HttpRequest.newBuilder(URI.create(url + "/api/v1/projects/" + project + "/entries"))
                .header("Content-Type", "application/json").header("Authorization", "Bearer " + secret())
                .POST(HttpRequest.BodyPublishers.ofString(json))).statusCode();
    }

    /** Sends JSON under an idempotency key; the answer, which must be 201. */
    JsonNode post(String path, String key, String json) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url + path)).header("Idempotency-Key", key)
                .header("Content-Type", "application/json").header("Authorization", "Bearer " + secret())
                .POST(HttpRequest.BodyPublishers.ofString(json)));
        if (answer.statusCode() == 503) {
            throw new UncheckedIOException(new IOException(answer.body()));
        }
        if (answer.statusCode() != 201) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return tree(answer.body());
    }

    private String secret() {
        try {
            return Files.readString(started.home().resolve("secret")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String errText() {
        return started.errText();
    }

    /** SIGTERM, then waits for the end. */
    Run stop() {
        started.process().destroy();
        return Machine.finish(started);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
