package dev.buildlog.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.seed.Fetcher.Fetched;
import dev.buildlog.seed.Source;
import dev.buildlog.seed.SourceType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSourcesTest {

    private static final HttpSources.Limits LIMITS = new HttpSources.Limits(100_000, Duration.ofSeconds(20));

    private static SSLContext tls;
    private static DocumentServer secure;

    private DocumentServer plain;
    private final HttpSources here = new HttpSources(LIMITS, true, tls);

    @BeforeAll
    static void startSecure(@TempDir Path folder) throws Exception {
        tls = SelfSigned.context(folder);
        secure = DocumentServer.https(tls);
    }

    @AfterAll
    static void stopSecure() {
        secure.close();
    }

    @BeforeEach
    void start() throws IOException {
        plain = DocumentServer.http();
    }

    @AfterEach
    void stop() {
        plain.close();
    }

    private static Fetched fetch(HttpSources sources, String url, String etag) {
        return sources.fetch(new Source("x", url, SourceType.BOOK, "d", "", List.of()), etag);
    }

    private void refused(String url, String reason) {
        assertThatThrownBy(() -> fetch(here, url, "")).isInstanceOf(BuildlogException.class).hasMessageContaining(reason);
    }

    @Test
    void aSecondFetchSendsTheVersionAndGetsNothing() {
        plain.markdown("/a", "- Close streams\n");
        Fetched first = fetch(here, plain.url("/a"), "");
        assertThat(first.changed()).isTrue();
        assertThat(first.text()).isEqualTo("- Close streams\n");
        assertThat(fetch(here, plain.url("/a"), first.etag())).isEqualTo(new Fetched(false, "", first.etag()));
        plain.markdown("/a", "- Close sockets\n");
        assertThat(fetch(here, plain.url("/a"), first.etag()).text()).isEqualTo("- Close sockets\n");
        assertThat(plain.requests).containsExactly("/a null", "/a " + first.etag(), "/a " + first.etag());
    }

    @Test
    void anEtagOfAStrangerIsNoHeaderOfAStranger() {
        plain.markdown("/a", "x");
        assertThat(fetch(here, plain.url("/a"), "\"a\"\r\nX-Evil: 1").changed()).isTrue();
        assertThat(plain.requests).containsExactly("/a null");
    }

    @Test
    void pagesOverTlsBecomeMarkdown() {
        secure.put("/page", 200, "Content-Type", "text/html", "<h1>Guide</h1><ul><li>Close streams</ul>");
        assertThat(fetch(here, secure.url("/page"), "").text()).isEqualTo("# Guide\n\n- Close streams\n\n");
    }

    @Test
    void redirectsAreFollowedButNeverOutOfTls() {
        secure.markdown("/there", "x").put("/relative", 302, "Location", "/there", "")
                .put("/out", 301, "Location", plain.url("/there"), "").put("/loop", 307, "Location", "/loop", "")
                .put("/nowhere", 308, "X", "y", "").put("/file", 302, "Location", "file:///etc/passwd", "");
        plain.markdown("/there", "x").put("/in", 302, "Location", secure.url("/there"), "");

        assertThat(fetch(here, secure.url("/relative"), "").text()).isEqualTo("x");
        assertThat(fetch(here, plain.url("/in"), "").text()).isEqualTo("x");
        refused(secure.url("/out"), "not encrypted");
        refused(secure.url("/file"), "not encrypted");
        refused(secure.url("/loop"), "redirected more than 5 times");
        refused(secure.url("/nowhere"), "redirected to nowhere");
        assertThat(plain.requests).noneMatch(request -> request.startsWith("/there"));
    }

    @Test
    void whatIsNoDocumentIsRefused() {
        plain.put("/pdf", 200, "Content-Type", "application/pdf", "x").put("/untyped", 200, "X", "y", "x")
                .put("/zip", 200, "Content-Encoding", "gzip", "x").put("/broken", 500, "Content-Type", "text/plain", "x");
        refused(plain.url("/missing"), "answers 404");
        refused(plain.url("/broken"), "answers 500");
        refused(plain.url("/pdf"), "application/pdf");
        refused(plain.url("/untyped"), "no stated type");
        refused(plain.url("/zip"), "gzip");
    }

    @Test
    void nobodyMakesItWaitOrFillsTheMemory() {
        plain.put("/huge", 200, "Content-Type", "text/plain", "huge").put("/endless", 200, "Content-Type", "text/plain",
                "endless");
        refused(plain.url("/huge"), "larger than 100000 bytes");
        HttpSources hurried = new HttpSources(new HttpSources.Limits(100_000, Duration.ofMillis(200)), true, tls);
        assertThatThrownBy(() -> fetch(hurried, plain.url("/endless"), "")).hasMessageContaining("was not there after");
    }

    @Test
    void aServerThatCannotBeTrustedOrReachedIsNamedAsSuch() throws Exception {
        HttpSources strict = new HttpSources(LIMITS, true, SSLContext.getDefault());
        assertThatThrownBy(() -> fetch(strict, secure.url("/page"), "")).hasMessageContaining("cannot be trusted");
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        refused("https://localhost:" + free + "/", "cannot be reached");
        refused("https://nowhere.invalid/", "not known here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://localhost/", "https://127.0.0.1/", "https://[::1]/", "https://10.0.0.1/",
            "https://192.168.1.1/",
        "https://172.16.0.1/", "https://169.254.169.254/latest/meta-data", "https://0.0.0.0/", "https://100.64.0.1/",
        "https://[fd00::1]/", "https://[fe80::1]/", "https://[::ffff:127.0.0.1]/", "https://[64:ff9b::7f00:1]/",
        "https://[2002:7f00:1::]/", "https://224.0.0.1/", "https://255.255.255.255/", "https://198.18.0.1/",
        "https://2130706433/",
        "https://0x7f.1/"})
    void addressesBehindTheRouterAreNotReached(String url) {
        HttpSources careful = new HttpSources(LIMITS, false, tls);
        assertThatThrownBy(() -> fetch(careful, url, "")).isInstanceOf(BuildlogException.class)
                .hasMessageMatching(".*(private network|not known here|no https: address).*");
    }

    @Test
    void withoutEncryptionOnlyThisMachineAndOnlyWhereThatIsAllowed() {
        plain.markdown("/a", "x");
        HttpSources careful = new HttpSources(LIMITS, false, tls);
        assertThatThrownBy(() -> fetch(careful, plain.url("/a"), "")).hasMessageContaining("use https:");
        refused("http://192.0.2.1/", "use https:");
        refused("ftp://localhost/", "no https: address");
        refused("https://ann:secret@localhost/", "user name");
        assertThat(plain.requests).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"})
    void theInternetIsPublic(String address) throws IOException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }
}
