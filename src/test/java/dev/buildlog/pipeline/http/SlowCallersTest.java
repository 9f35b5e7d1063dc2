package dev.buildlog.pipeline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who keeps a connection without using it is hung up on; who gets its answer late is not. */
class SlowCallersTest {

    private static final Duration PATIENCE = Duration.ofMillis(400);

    private HttpFront front;

    @BeforeEach
    void listen() {
        front = HttpFront.listen(new Reach("127.0.0.1", 0, Set.of(), Reach.Trust.OPEN, null), new NoCallers(), PATIENCE);
        front.open();
        front.routes().get("/late").handler(exchange -> exchange.vertx().setTimer(PATIENCE.toMillis() * 3,
                timer -> exchange.end("late")));
        front.routes().post("/read").handler(exchange -> {
            HttpServerRequest request = exchange.request();
            request.body().onSuccess(body -> exchange.end("read"));
        });
    }

    @AfterEach
    void close() throws IOException {
        front.close();
    }

    /** What comes back until the connection is closed from the other side. */
    private String until(String sent) throws IOException {
        URI url = URI.create(front.url());
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(sent.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void whoSendsNothingOrHalfOfItIsHungUpOn() throws IOException {
        assertThat(until("")).isEmpty();
        assertThat(until("GET /late HTTP/1.1\nHost: localhost\n")).isEmpty();
        assertThat(until("POST /read HTTP/1.1\nHost: localhost\nContent-Length: 10\n\n{")).isEmpty();
        assertThat(until("POST /read HTTP/1.1\nHost: localhost\nTransfer-Encoding: chunked\n\n1\nx\n")).isEmpty();
    }

    @Test
    void anAnswerMayTakeItsTimeAndTheConnectionEndsAfterIt() throws IOException {
        assertThat(until("GET /late HTTP/1.1\nHost: localhost\n\n")).startsWith("HTTP/1.1 200").endsWith("late");
    }

    /** Knows nobody. */
    static final class NoCallers implements Callers {

        @Override
        public boolean isOwner(String credential) {
            return false;
        }

        @Override
        public Optional<Caller> of(String credential) {
            return Optional.empty();
        }

        @Override
        public boolean means(String named, String project) {
            return false;
        }
    }
}
