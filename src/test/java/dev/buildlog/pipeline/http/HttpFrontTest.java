package dev.buildlog.pipeline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFrontTest {

    private static HttpFront front;

    @BeforeAll
    static void listen() {
        front = HttpFront.listen(new Reach("127.0.0.1", 0, Set.of(), Reach.Trust.OPEN, null), new SlowCallersTest.NoCallers());
        front.open();
    }

    @AfterAll
    static void stop() throws IOException {
        front.close();
    }

    /** The whole answer to a request written by hand: HTTP clients do not let one lie about the host. */
    private static String answer(String request) throws IOException {
        URI url = URI.create(front.url());
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static String answerTo(String... headers) throws IOException {
        return answer("POST /nothing HTTP/1.1\n" + String.join("\n", headers)
                + "\nConnection: close\nContent-Length: 0\n\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8484", "127.0.0.1", "localhost:1234", "LOCALHOST", "[::1]:8484", "127.8.9.10:80"})
    void aHostOfThisMachineIsServed(String host) throws IOException {
        assertThat(answerTo("Host: " + host)).startsWith("HTTP/1.1 404").contains("application/problem+json");
        assertThat(answerTo("Host: " + host, "Origin: http://" + host)).startsWith("HTTP/1.1 404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:8484", "localhost.evil.example", "127.0.0.1.evil.example",
            "192.168.0.4", "0.0.0.0", "[::2]", ""})
    void aHostThatOnlyPointsHereIsRefused(String host) throws IOException {
        assertThat(answerTo("Host: " + host)).startsWith("HTTP/1.1 403").contains("application/problem+json", "Host header");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example#localhost", "user@localhost", "127.0.0.1:8484:1", "localhost:99999999"})
    void aHostThatIsNoneIsRefused(String host) throws IOException {
        assertThat(answerTo("Host: " + host)).startsWith("HTTP/1.1 4").doesNotContain("404");
    }

    @Test
    void twoHostsOrNoneAreRefused() throws IOException {
        assertThat(answerTo("Host: localhost", "Host: evil.example")).startsWith("HTTP/1.1 4");
        assertThat(answer("GET / HTTP/1.0\n\n")).startsWith("HTTP/1.0 403");
        assertThat(answer("GET http://evil.example/ HTTP/1.1\nHost: evil.example\nConnection: close\n\n"))
                .startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://localhost.evil.example", "http://127.0.0.1:3000",
            "https://127.0.0.1:8484", "http://localhost:8484", "http://127.0.0.1:8484.evil.example", "file://", ""})
    void aPageOfAnotherOriginIsRefused(String origin) throws IOException {
        assertThat(answerTo("Host: 127.0.0.1:8484", "Origin: " + origin))
                .startsWith("HTTP/1.1 403").contains("application/problem+json", "other origins")
                .doesNotContain("Access-Control");
    }

    @Test
    void aSecondOriginDoesNotHideTheFirst() throws IOException {
        assertThat(answerTo("Host: localhost", "Origin: http://localhost", "Origin: http://evil.example"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void whileThereAreNoRoutesWhoeverComesIsToComeAgain() throws IOException {
        front.shut();
        try {
            assertThat(answerTo("Host: localhost")).startsWith("HTTP/1.1 503")
                    .contains("application/problem+json", "Retry-After: 1", "send it again");
            assertThat(answerTo("Host: evil.example")).startsWith("HTTP/1.1 403");
        } finally {
            front.open();
        }
        assertThat(answerTo("Host: localhost")).startsWith("HTTP/1.1 404");
    }

    @Test
    void aTakenPortIsNamed() {
        int port = URI.create(front.url()).getPort();
        assertThatThrownBy(() -> HttpFront.listen(Reach.local(port), new SlowCallersTest.NoCallers()))
                .isInstanceOf(BuildlogException.class)
                .hasMessageContaining("port " + port).hasMessageContaining("--port");
    }
}
