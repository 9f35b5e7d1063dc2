package dev.buildlog.api;

import static dev.buildlog.pipeline.Workshop.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.buildlog.pipeline.Running;
import dev.buildlog.pipeline.Workshop;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries over HTTP. Every test uses keys and sentences of its own in one project. */
class SubmissionsHttpTest {

    @TempDir
    static Path folder;

    private static Running running;
    private static Path root;
    private static String entries;

    @BeforeAll
    static void start() {
        Workshop workshop = new Workshop(folder);
        root = workshop.repository("shop");
        running = workshop.serve(root);
        entries = "/api/v1/projects/" + running.project(root) + "/entries";
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    private static String body(String key, String text) {
        return JsonNodeFactory.instance.objectNode().put("key", key).put("date", "2026-03-01").put("text", text).toString();
    }

    private static String rules() {
        return running.rules(root).toString();
    }

    private static void isProblem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode problem = Running.json(response);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asText()).isNotBlank();
        assertThat(problem.get("detail").asText()).isNotBlank().doesNotContain("Exception", "dev.buildlog", "org.apache");
    }

    @Test
    void anAcceptedEntryIsInTheLedgerUntilItIsWithdrawn() {
        String learned = "Quote table names in migration scripts";
        HttpResponse<String> answer = running.post(entries, body("ci-1", entry(learned)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(Running.json(answer).get("insights").get(0).get("insight").asText()).isEqualTo(learned);
        assertThat(rules()).contains(learned);
        Running.eventually(() -> assertThat(Workshop.read(root.resolve("AGENTS.md"))).contains(learned));

        HttpResponse<String> withdrawn = running.delete(entries + "/ci-1");
        assertThat(withdrawn.statusCode()).isEqualTo(204);
        assertThat(withdrawn.body()).isEmpty();
        assertThat(rules()).doesNotContain(learned);
        isProblem(running.delete(entries + "/ci-1"), 404);
    }

    @Test
    void aLaterEntryUnderTheSameKeyReplacesTheFirst() {
        running.post(entries, body("ci-2", entry("Freeze fixtures while the importer runs")));
        running.post(entries, body("ci-2", entry("Rotate the signing certificate every spring")));
        assertThat(rules()).contains("Rotate the signing certificate").doesNotContain("Freeze fixtures");
    }

    @Test
    void theSameRequestTwiceIsAnsweredAlikeAndDoneOnce() {
        String request = body("ci-3", entry("Cap the queue depth of the thumbnailer"));
        HttpResponse<String> first = running.post(entries, request, "Idempotency-Key", "k-3");
        running.post(entries, body("ci-3", entry("Draw the sequence diagram before the meeting")));
        HttpResponse<String> again = running.post(entries, request, "Idempotency-Key", "k-3");
        assertThat(again.statusCode()).isEqualTo(first.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(rules()).contains("Draw the sequence diagram").doesNotContain("Cap the queue depth");
    }

    @Test
    void anotherRequestUnderAUsedIdempotencyKeyIsRefused() {
        running.post(entries, body("ci-4", entry("Check the licence of a font first")), "Idempotency-Key", "k-4");
        isProblem(running.post(entries, body("ci-4", entry("Never trust the printed invoice total")),
                "Idempotency-Key", "k-4"), 422);
        assertThat(rules()).contains("Check the licence").doesNotContain("Never trust the printed");
    }

    @Test
    void ofConcurrentDuplicatesOneCounts() throws Exception {
        String request = body("ci-5", entry("Batch webhook deliveries by tenant"));
        List<HttpResponse<String>> answers = atOnce(12, i -> running.post(entries, request, "Idempotency-Key", "k-5"));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            assertThat(answer.body()).isEqualTo(answers.get(0).body());
        });
        assertThat(running.rules(root)).filteredOn(rule -> rule.toString().contains("Batch webhook")).singleElement()
                .satisfies(rule -> assertThat(rule.get("frequency").asInt()).isEqualTo(1));
    }

    /** Whoever got a 201 is in the ledger; the others were told that the key is taken. */
    @Test
    void ofConcurrentRequestsUnderOneIdempotencyKeyOneIsAccepted() throws Exception {
        List<String> texts = List.of("Guard the cron host with a lease", "Sort imports by module depth",
                "Prefer streaming parsers for invoices", "Alert on clock drift between replicas",
                "Archive screenshots with the ticket", "Mirror the package index nightly");
        List<HttpResponse<String>> answers = atOnce(texts.size(),
                i -> running.post(entries, body("ci-6-" + i, entry(texts.get(i))), "Idempotency-Key", "k-6"));
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() != 201)).allSatisfy(a -> isProblem(a, 422));
        assertThat(texts.stream().filter(text -> rules().contains(text))).hasSize(1);
    }

    private static <T> List<T> atOnce(int times, java.util.function.IntFunction<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Callable<T>> calls = IntStream.range(0, times).<Callable<T>>mapToObj(i -> () -> work.apply(i)).toList();
            List<T> results = new java.util.ArrayList<>();
            for (Future<T> call : threads.invokeAll(calls)) {
                results.add(call.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            {                                                    ~ 400
            not json                                             ~ 400
            []                                                   ~ 400
            null                                                 ~ 400
            "text"                                               ~ 400
            42                                                   ~ 400
            ``                                                   ~ 400
            {"key": {"a": 1}, "text": "x"}                       ~ 400
            {"key": "a", "txt": "x"}                             ~ 400
            {"key": "a"}                                         ~ 422
            {"key": "a", "text": "  "}                           ~ 422
            {"key": null, "text": "x"}                           ~ 422
            {"text": "x"}                                        ~ 422
            {"key": "a", "text": "x", "date": "2026-02-30"}      ~ 422
            {"key": "a", "text": "x", "date": "tomorrow"}        ~ 422
            {"key": "a", "text": "x", "date": ""}                ~ 422
            {"key": "a/b", "text": "x"}                          ~ 422
            {"key": "../../etc/passwd", "text": "x"}             ~ 422
            {"key": "..", "text": "x"}                           ~ 422
            {"key": "-rf", "text": "x"}                          ~ 422
            {"key": "a\\u0000b", "text": "x"}                    ~ 422
            {"key": "a\\nb", "text": "x"}                        ~ 422
            {"key": "%2e%2e%2f", "text": "x"}                    ~ 422
            """)
    void aBadEntryIsRefused(String request, int status) {
        isProblem(running.post(entries, request), status);
        isProblem(running.post(entries, request, "Idempotency-Key", "bad"), status);
    }

    @Test
    void aKeyThatIsTooLongIsRefused() {
        isProblem(running.post(entries, body("k".repeat(101), "x")), 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
            "application/jsonx"})
    void anotherTypeThanJsonIsRefused(String type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(running.url() + entries))
                .header("Content-Type", type).POST(BodyPublishers.ofString(body("typed", entry("Typed as " + type))));
        isProblem(running.send(request), 415);
        isProblem(running.send(HttpRequest.newBuilder(URI.create(running.url() + entries))
                .POST(BodyPublishers.ofString(body("typed", "x")))), 415);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        isProblem(running.post(entries, body("large", "x".repeat((1 << 20) + 1))), 413);
    }

    @Test
    void aProjectNobodyKnowsIsRefused() {
        isProblem(running.post("/api/v1/projects/nobody/entries", body("a", entry("Lost"))), 404);
        isProblem(running.delete("/api/v1/projects/nobody/entries/a"), 404);
        isProblem(running.delete("/api/v1/projects/null/entries/null"), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "a%2Fb", "..%2F..%2Fx", "%2e%2e", "%252e%252e", "a%00b", "a%0Ab", "%22ci-7%22", "ci-7%20",
            "submitted%2Fci-7", "$%7Bbody%7D", "ci-7;a=b", "%E2%80%AEci-7", "buildlog%2F2026-01-01-file.md"})
    void aKeyWithTricksNamesNothing(String key) {
        running.post(entries, body("ci-7", entry("Label flaky probes in the dashboard")));
        assertThat(running.delete(entries + "/" + key).statusCode()).isBetween(400, 499);
        assertThat(rules()).contains("Label flaky probes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "%", "%c3%28"})
    void anAddressThatCannotBeDecodedIsRefused(String key) throws Exception {
        URI url = URI.create(running.url());
        try (java.net.Socket socket = new java.net.Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(("DELETE " + entries + "/" + key + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Connection: close\r\n\r\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes())).startsWith("HTTP/1.1 4");
        }
    }

    /** The address says which project and key are meant; nothing else may. */
    @Test
    void queryAndHeadersDoNotReplaceThePath() {
        running.post(entries, body("ci-8", entry("Compress archived build logs")));
        isProblem(running.delete(entries + "/other?key=ci-8"), 400);
        isProblem(running.send(HttpRequest.newBuilder(URI.create(running.url() + entries + "/other")).header("key", "ci-8")
                .DELETE()), 400);
        isProblem(running.post("/api/v1/projects/nobody/entries?project=" + running.project(root),
                body("ci-8", entry("Sneaked in"))), 400);
        assertThat(rules()).contains("Compress archived").doesNotContain("Sneaked in");
    }

    /** What a request says must not come back as a header of the answer. */
    @Test
    void nothingOfTheRequestIsEchoedInHeaders() {
        HttpResponse<String> answer = running.send(HttpRequest.newBuilder(URI.create(running.url()
                + "/api/v1/projects?Access-Control-Allow-Origin=*&Set-Cookie=a%3Db&CamelHttpResponseCode=204"))
                .header("X-Mine", "secret").header("Authorization", "Bearer secret").GET());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map().keySet().stream().map(String::toLowerCase))
                .isSubsetOf("content-type", "content-length", "transfer-encoding");
    }

    @Test
    void textIsNeverEvaluated() {
        String trick = "Escape ${exchangeId} and {{buildlog.home}} and #{1+1} in templates";
        HttpResponse<String> answer = running.post(entries, body("ci-9", entry(trick)), "Idempotency-Key", "${body}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(rules()).contains(trick);
    }

    @Test
    void secretsAreNotKept() {
        String secret = "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8";
        HttpResponse<String> answer = running.post(entries, body("ci-10", entry("Revoke tokens such as " + secret + " at once")));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body() + rules()).contains("Revoke tokens").doesNotContain(secret);
    }
}
