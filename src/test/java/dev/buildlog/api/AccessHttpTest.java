package dev.buildlog.api;

import static dev.buildlog.pipeline.Workshop.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.buildlog.config.HomeSecret;
import dev.buildlog.ledger.AccessTokens;
import dev.buildlog.ledger.Ledger;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.pipeline.Running;
import dev.buildlog.pipeline.Workshop;
import dev.buildlog.pipeline.http.Reach;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what over HTTP: on a loopback address, behind a proxy, and with nobody asking. */
class AccessHttpTest {

    private static final Reach PROXIED = new Reach("127.0.0.1", 0, Set.of("learn.example"), Reach.Trust.BEHIND_PROXY, null);

    @TempDir
    static Path folder;

    private static Workshop workshop;
    private static Running running;
    private static String shop;
    private static String site;
    private static AccessTokens tokens;

    @BeforeAll
    static void start() {
        workshop = new Workshop(folder);
        Path first = workshop.repository("shop");
        Path second = workshop.repository("site");
        running = workshop.serve(first, second);
        shop = running.project(first);
        site = running.project(second);
        tokens = running.core().tokens();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    private static String entries(String project) {
        return "/api/v1/projects/" + project + "/entries";
    }

    private static HttpRequest.Builder submission(String path, String learned) {
        String body = JsonNodeFactory.instance.objectNode().put("key", "k").put("date", "2026-03-01").put("text", entry(learned))
                .toString();
        return HttpRequest.newBuilder(URI.create(running.url() + path)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> submit(String path, String authorization) {
        return running.bare(submission(path, "Name the owner of every alert").header("Authorization", authorization));
    }

    private static JsonNode isProblem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("application/problem+json"));
        return Running.json(response);
    }

    @Test
    void whoeverWritesSaysWhoItIs() {
        HttpResponse<String> refused = running.bare(submission(entries(shop), "Ship on Mondays"));
        assertThat(isProblem(refused, 401).get("detail").asText()).contains("Authorization: Bearer", "secret", "token create");
        assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"buildlog\"");
        isProblem(running.bare(HttpRequest.newBuilder(URI.create(running.url() + entries(shop) + "/k")).DELETE()), 401);
        assertThat(running.json("/api/v1/projects/" + shop + "/rules").toString()).doesNotContain("Ship on Mondays");

        assertThat(running.bare(HttpRequest.newBuilder(URI.create(running.url() + "/api/v1/projects"))).statusCode())
                .as("reading on a loopback address is free").isEqualTo(200);
        String secret = HomeSecret.read(workshop.home()).orElseThrow();
        assertThat(submit(entries(shop), "Bearer " + secret).statusCode()).isEqualTo(201);
        assertThat(submit(entries(shop), "bearer  " + secret + " ").statusCode()).isEqualTo(201);
    }

    @Test
    void theSecretIsForItsOwnerAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(HomeSecret.file(workshop.home()))))
                .isEqualTo("rw-------");
        Path home = folder.resolve("elsewhere");
        Files.createDirectories(home);
        String secret = HomeSecret.make(home);
        assertThat(HomeSecret.make(home)).isEqualTo(secret).hasSize(43);
        Files.setPosixFilePermissions(HomeSecret.file(home), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> HomeSecret.read(home)).isInstanceOf(BuildlogException.class)
                .hasMessageContaining("others can read").hasMessageNotContaining(secret);
    }

    @Test
    void aTokenOpensItsProjectUnderIdAndNameAndNoOther() {
        String token = tokens.create(shop, "ci", null).text();
        assertThat(submit(entries(shop), "Bearer " + token).statusCode()).isEqualTo(201);
        assertThat(submit(entries("shop"), "Bearer " + token).statusCode()).isEqualTo(201);
        JsonNode refused = isProblem(submit(entries(site), "Bearer " + token), 403);
        assertThat(refused.get("detail").asText()).contains(shop).doesNotContain(site);
        assertThat(isProblem(submit(entries("nobody"), "Bearer " + token), 403).get("detail"))
                .as("whether there is such a project is not told").isEqualTo(refused.get("detail"));
        assertThat(submit(entries(site), "Bearer " + tokens.create("", "all", null).text()).statusCode()).isEqualTo(201);
    }

    /** However the address is written, what the token was checked against is what the route acts on. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/projects/%s/entries", "/api/v1/projects/%s/../%s/entries",
        "/api/v1/projects/%s%%2F..%%2F%s/entries", "/api/v1//projects/%s/entries", "//api/v1/projects/%s/entries",
        "/api/v1/projects/%s;x=y/entries", "/api/v1/projects/%s/entries?project=%s", "/x/../api/v1/projects/%s/entries",
        "/api/v1/projects/%s/entries/", "/api/v1/projects/%s/entries?Buildlog-Project=%s"})
    void noWayOfWritingAnAddressLeadsElsewhere(String form) {
        String token = tokens.create(shop, "ci", null).text();
        String path = String.format(form.replace("%s/../%s", "SHOP/../%s").replace("%s%%2F..%%2F%s", "SHOP%%2F..%%2F%s"), site,
                site).replace("SHOP", shop);
        HttpResponse<String> answer = running.bare(submission(path, "Sneak into the other project")
                .header("Authorization", "Bearer " + token));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(running.json("/api/v1/projects/" + site + "/rules").toString()).doesNotContain("Sneak into");
    }

    @Test
    void headersAndParametersDoNotOpenAnything() {
        String token = tokens.create(shop, "ci", null).text();
        for (String name : new String[] {"Buildlog-Project", "buildlog-project", "project", "CamelHttpPath", "X-Forwarded-Path"}) {
            HttpResponse<String> answer = running.bare(submission(entries(site), "Sneak in by a header").header(name, site)
                    .header("Authorization", "Bearer " + token));
            assertThat(answer.statusCode()).as(name).isEqualTo(403);
        }
        assertThat(running.bare(submission(entries(shop), "Wear two hats").header("Authorization", "Bearer " + token)
                .header("Authorization", "Bearer " + token)).statusCode()).isEqualTo(401);
        assertThat(running.json("/api/v1/projects/" + site + "/rules").toString()).doesNotContain("Sneak in by");
    }

    @Test
    void whatIsNoTokenOfThisHomeOpensNothing() {
        String token = tokens.create(shop, "ci", null).text();
        String other = token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A");
        for (String wrong : new String[] {"Bearer " + other, "Bearer x", "Bearer " + "x".repeat(500), "Basic " + token, token, "",
            "Bearer", "Bearer '; drop table access_token; --"}) {
            isProblem(submit(entries(shop), wrong), 401);
        }
        assertThat(submit(entries(shop), "Bearer " + token).statusCode()).isEqualTo(201);
    }

    @Test
    void aTokenEndsWhenItExpiresOrIsRevoked() {
        String expired = tokens.create(shop, "old", Instant.now().minusSeconds(1)).text();
        assertThat(isProblem(submit(entries(shop), "Bearer " + expired), 401).get("detail").asText()).contains("expired");

        AccessTokens.Issued issued = tokens.create(shop, "ci", Instant.now().plus(Duration.ofDays(1)));
        assertThat(submit(entries(shop), "Bearer " + issued.text()).statusCode()).isEqualTo(201);
        // as another process does
        try (Ledger ledger = Ledger.open(workshop.home())) {
            AccessTokens there = new AccessTokens(ledger, Clock.systemUTC());
            assertThat(there.revoke(issued.token().id())).isTrue();
            assertThat(there.revoke("0000000000")).isFalse();
        }
        isProblem(submit(entries(shop), "Bearer " + issued.text()), 401);
        assertThat(tokens.all()).filteredOn(token -> token.id().equals(issued.token().id())).singleElement()
                .satisfies(token -> assertThat(token.revoked()).isNotNull());
    }

    @Test
    void noTokenStandsInTheHome() throws IOException {
        AccessTokens.Issued issued = tokens.create(shop, "ci", null);
        byte[] secret = issued.text().split("_", 3)[2].getBytes(StandardCharsets.US_ASCII);
        try (var files = Files.list(workshop.home())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).as(file.toString())
                        .doesNotContain(new String(secret, StandardCharsets.US_ASCII));
            }
        }
    }

    @Test
    void behindAProxyEverythingNeedsAToken(@TempDir Path place) throws IOException {
        Workshop away = new Workshop(place);
        Path first = away.repository("shop");
        Path second = away.repository("site");
        assertThatThrownBy(() -> away.serve(Clock.systemUTC(), PROXIED, first)).isInstanceOf(BuildlogException.class)
                .hasMessageContaining("buildlog token create");
        String all;
        try (Ledger ledger = Ledger.open(away.home())) {
            all = new AccessTokens(ledger, Clock.systemUTC()).create("", "all", null).text();
        }
        try (Running proxied = away.serve(Clock.systemUTC(), PROXIED, first, second)) {
            String token = proxied.core().tokens().create(proxied.project(first), "ci", null).text();
            assertThat(get(proxied, "/api/v1/openapi.json", "")).isEqualTo(200);
            for (String path : new String[] {"/api/v1/projects", "/observe/health", "/observe/metrics", "/nothing",
                "/api/v1/projects/" + proxied.project(first) + "/rules"}) {
                assertThat(get(proxied, path, "")).as(path).isEqualTo(401);
                assertThat(get(proxied, path, all)).as(path).isEqualTo(path.equals("/nothing") ? 404 : 200);
            }
            assertThat(get(proxied, "/observe/health", token)).isEqualTo(403);
            assertThat(get(proxied, "/api/v1/projects/" + proxied.project(first) + "/rules", token)).isEqualTo(200);
            assertThat(get(proxied, "/api/v1/projects/" + proxied.project(second) + "/rules", token)).isEqualTo(403);
            assertThat(Running.json(proxied.bare(asked(proxied, "/api/v1/projects", token))).get("projects")).singleElement()
                    .satisfies(project -> assertThat(project.get("id").asText()).isEqualTo(proxied.project(first)));
            assertThat(raw(proxied, "GET /api/v1/openapi.json HTTP/1.1\nHost: learn.example\nOrigin: https://learn.example\n"))
                    .startsWith("HTTP/1.1 200");
            assertThat(raw(proxied, "GET /api/v1/openapi.json HTTP/1.1\nHost: 192.0.2.7:8484\n")).startsWith("HTTP/1.1 200");
            assertThat(raw(proxied, "GET /api/v1/openapi.json HTTP/1.1\nHost: evil.example\n")).startsWith("HTTP/1.1 403");
            assertThat(raw(proxied, "GET /api/v1/openapi.json HTTP/1.1\nHost: learn.example\nOrigin: https://evil.example\n"))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void toOtherMachinesItIsNotServedUnencrypted(@TempDir Path place) {
        Workshop away = new Workshop(place);
        Path root = away.repository("shop");
        Reach bare = new Reach("0.0.0.0", 0, Set.of(), Reach.Trust.USUAL, null);
        assertThatThrownBy(() -> away.serve(Clock.systemUTC(), bare, root)).isInstanceOf(BuildlogException.class)
                .hasMessageContaining("http.tls_certificate").hasMessageContaining("--behind-proxy");
        Reach open = new Reach("0.0.0.0", 0, Set.of(), Reach.Trust.OPEN, null);
        assertThatThrownBy(() -> away.serve(Clock.systemUTC(), open, root)).isInstanceOf(BuildlogException.class)
                .hasMessageContaining("--open");
    }

    @Test
    void openMeansThatNobodyAsks(@TempDir Path place) {
        Workshop away = new Workshop(place);
        Path root = away.repository("shop");
        try (Running open = away.serve(Clock.systemUTC(), new Reach("127.0.0.1", 0, Set.of(), Reach.Trust.OPEN, null), root)) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(open.url() + entries("shop")))
                    .header("Content-Type", "application/json").POST(BodyPublishers.ofString("{\"key\": \"a\", \"text\": \"b\"}"));
            assertThat(open.bare(request).statusCode()).isEqualTo(201);
        }
    }

    private static HttpRequest.Builder asked(Running service, String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.url() + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static int get(Running service, String path, String token) {
        return service.bare(asked(service, path, token)).statusCode();
    }

    private static String raw(Running service, String head) throws IOException {
        URI url = URI.create(service.url());
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write((head + "Connection: close\n\n").replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
