package dev.buildlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code buildlog token}, and what {@code serve} refuses for want of one. */
class TokenTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path repository;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void repository() throws IOException {
        repository = Files.createDirectories(folder.toRealPath().resolve("shop"));
        Files.createDirectories(repository.resolve("buildlog"));
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return new Main(repository, Path.of("").toAbsolutePath(), Map.of("BUILDLOG_HOME", folder.resolve("home").toString()),
                InputStream.nullInputStream(), out, err, CLOCK).run(arguments);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private JsonNode listed() throws IOException {
        assertThat(run("token", "list", "--json")).isZero();
        return new ObjectMapper().readTree(said());
    }

    @Test
    void isShownOnceListedAndRevoked() throws IOException {
        assertThat(run("token", "create", "--name", "ci", "--days", "90")).as(err.toString(StandardCharsets.UTF_8)).isZero();
        String token = said().strip();
        assertThat(token).matches("blt_[0-9a-f]{10}_[A-Za-z0-9_-]{43}");
        assertThat(run("token", "create", "--project", "shop")).isZero();
        assertThat(run("token", "create", "--all-projects", "--json")).isZero();
        assertThat(new ObjectMapper().readTree(said()).get("token").asText()).startsWith("blt_");

        JsonNode tokens = listed();
        assertThat(tokens).hasSize(3).allSatisfy(one -> assertThat(one.get("state").asText()).isEqualTo("valid"));
        assertThat(tokens.toString()).doesNotContain("blt_", token.substring(15));
        String id = token.substring(4, 14);
        assertThat(run("token", "revoke", id)).isZero();
        assertThat(listed()).filteredOn(one -> one.get("id").asText().equals(id)).singleElement().satisfies(one -> {
            assertThat(one.get("name").asText()).isEqualTo("ci");
            assertThat(one.get("state").asText()).isEqualTo("revoked");
            assertThat(one.get("expires").asText()).isEqualTo("2026-06-02T12:00:00Z");
        });
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        assertThat(run("token", "create", "--project", "nobody")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("nobody", "buildlog sync");
        assertThat(run("token", "revoke", "0000000000")).isEqualTo(1);
        assertThat(run("token", "create", "--days", "0")).isEqualTo(2);
        assertThat(run("token", "create", "--project", "shop", "--all-projects")).isEqualTo(2);
        assertThat(run("token")).isEqualTo(2);
    }

    @Test
    void aServiceThatOthersReachDoesNotStartWithoutOne() {
        assertThat(run("serve", "--open", "--behind-proxy")).isEqualTo(2);
        assertThat(run("--set", "http.host=0.0.0.0", "serve", "--port", "0")).isEqualTo(78);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("http.tls_certificate", "--behind-proxy");
        assertThat(run("serve", "--port", "0", "--behind-proxy")).isEqualTo(78);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("buildlog token create");
        assertThat(run("--set", "http.tls_key=key.pem", "serve", "--port", "0")).isEqualTo(78);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("http.tls_certificate");
    }
}
