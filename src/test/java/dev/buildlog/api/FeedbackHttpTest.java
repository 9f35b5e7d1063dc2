package dev.buildlog.api;

import static dev.buildlog.pipeline.Workshop.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.buildlog.model.Project;
import dev.buildlog.pipeline.Running;
import dev.buildlog.pipeline.Workshop;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reviews and outcomes over HTTP. */
class FeedbackHttpTest {

    /** As many letters: more than the name of a context may have. */
    private static final String NINETY =
            "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww";

    @TempDir
    Path folder;

    private Running running;
    private String project;
    private List<String> ids;

    @BeforeEach
    void start() {
        Workshop workshop = new Workshop(folder);
        Path root = workshop.repository("shop");
        running = workshop.serve(root);
        project = "/api/v1/projects/" + running.project(root);
        running.post(project + "/entries", "{\"key\": \"ci\", \"text\": \""
                + entry("Quote table names in migration scripts", "Let the nightly job print its seed").replace("\n", "\\n")
                + "\"}");
        ids = new ArrayList<>();
        running.rules(root).forEach(rule -> ids.add(rule.get("id").asText()));
        assertThat(ids).hasSize(2);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private String citing(String... rules) {
        return "{\"context\": \"SQL\", \"findings\": [{\"severity\": \"major\", \"category\": \"sql\", \"description\":"
                + " \"Breaks\", \"reviewer\": \"bragi\", \"rules_consulted\": [\"" + String.join("\", \"", rules) + "\"]}]}";
    }

    private JsonNode posteriors() {
        return running.json(project + "/posteriors").get("posteriors");
    }

    @Test
    void aReviewCreditsAndAnOutcomeRewardsWhatWasCited() {
        HttpResponse<String> posted = running.post(project + "/reviews", citing(ids.get(0), ids.get(1), "wf-0000000000"));
        assertThat(posted.statusCode()).as(posted.body()).isEqualTo(201);
        JsonNode review = Running.json(posted);
        assertThat(review.get("action").asText()).isEqualTo("checkpoint_majors");
        assertThat(review.get("credited")).hasSize(2);
        assertThat(review.get("hallucinated").toString()).isEqualTo("[\"wf-0000000000\"]");
        assertThat(posteriors()).isEmpty();

        JsonNode reward = Running.json(running.post(project + "/rewards", "{\"outcome\": \"revision\", \"distance\": 0.25}"));
        assertThat(reward.get("value").asDouble()).isEqualTo(0.75);
        assertThat(reward.get("review")).isEqualTo(review.get("review"));
        assertThat(reward.get("rules")).isEqualTo(review.get("credited"));
        assertThat(posteriors()).hasSize(2).allSatisfy(posterior -> {
            assertThat(posterior.get("context").asText()).isEqualTo("sql");
            assertThat(posterior.get("alpha").asDouble()).isEqualTo(1.75);
            assertThat(posterior.get("beta").asDouble()).isEqualTo(1.25);
            assertThat(posterior.get("observations").asInt()).isEqualTo(1);
            assertThat(posterior.get("low").asDouble()).isLessThan(posterior.get("mean").asDouble());
        });
    }

    @Test
    void underOneKeyARewardCountsOnce() throws Exception {
        running.post(project + "/reviews", citing(ids.get(0)), "Idempotency-Key", "r");
        running.post(project + "/reviews", citing(ids.get(0)), "Idempotency-Key", "r");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> running.post(project + "/rewards", "{\"outcome\": \"accepted\"}", "Idempotency-Key", "k"));
        }
        List<String> answers = new ArrayList<>();
        for (Future<HttpResponse<String>> call : threads.invokeAll(calls)) {
            assertThat(call.get().statusCode()).as(call.get().body()).isEqualTo(201);
            answers.add(call.get().body());
        }
        threads.shutdown();
        assertThat(answers).containsOnly(answers.get(0));
        assertThat(posteriors()).singleElement().satisfies(p -> assertThat(p.get("alpha").asDouble()).isEqualTo(2));
        assertThat(running.post(project + "/rewards", "{\"outcome\": \"rejected\"}", "Idempotency-Key", "k").statusCode())
                .isEqualTo(422);
    }

    /** Nothing was done under the key, so it is as good as new. */
    @Test
    void whatIsRefusedDoesNotKeepItsKey() {
        isProblem(running.post(project + "/rewards", "{\"outcome\": \"accepted\", \"review\": \"rev-none\"}", "Idempotency-Key",
                "k"), 422);
        isProblem(running.post(project + "/rewards", "{\"outcome\": ", "Idempotency-Key", "k"), 400);
        assertThat(running.post(project + "/rewards", "{\"outcome\": \"accepted\"}", "Idempotency-Key", "k").statusCode())
                .isEqualTo(201);
        isProblem(running.post(project + "/reviews", "{\"findings\": [{\"severity\": \"High\", \"description\": \"x\"}]}",
                "Idempotency-Key", "k"), 422);
        HttpResponse<String> review = running.post(project + "/reviews", citing(ids.get(0)), "Idempotency-Key", "k");
        assertThat(review.statusCode()).isEqualTo(201);
        assertThat(running.post(project + "/reviews", citing(ids.get(0)), "Idempotency-Key", "k").body())
                .isEqualTo(review.body());
        isProblem(running.post(project + "/reviews", citing(ids.get(1)), "Idempotency-Key", "k"), 422);
    }

    @Test
    void aNameIsAsGoodAsAnIdUnlessSeveralHaveIt() {
        assertThat(running.post("/api/v1/projects/shop/reviews", citing(ids.get(0))).statusCode()).isEqualTo(201);
        running.core().projects().register(new Project("0123456789ab", "shop", "github.com/acme/shop"));
        HttpResponse<String> which = running.post("/api/v1/projects/shop/rewards", "{\"outcome\": \"accepted\"}");
        isProblem(which, 409);
        assertThat(which.body()).contains("0123456789ab");
        assertThat(running.post("/api/v1/projects/0123456789ab/rewards", "{\"outcome\": \"accepted\"}").statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            {"outcome": "accepted"                          ~ line 1, column
            {"outcome": "accepted",}                        ~ line 1, column 24
            {"outcome": "accepted"} {}                      ~ more than one value
            {"outcome": "accepted", "outcome": "rejected"}  ~ Duplicate field 'outcome'
            {"outcome": accepted}                           ~ line 1, column
            {"outcome": NaN}                                ~ line 1, column
            """)
    void whatIsNotReadableIsToldWithItsPlace(String body, String told) {
        HttpResponse<String> answer = running.post(project + "/rewards", body);
        isProblem(answer, 400);
        assertThat(Running.json(answer).get("detail").asText()).contains(told);
    }

    @Test
    void depthAndSizeAreBounded() {
        isProblem(running.post(project + "/reviews", "{\"findings\": " + "[".repeat(40) + "]".repeat(40) + "}"), 400);
        isProblem(running.post(project + "/reviews", "[".repeat(500_000)), 400);
        String large = "{\"findings\": [{\"description\": \"" + "x".repeat(1 << 20) + "\"}]}";
        isProblem(running.post(project + "/reviews", large), 413);
        isProblem(running.send(HttpRequest.newBuilder(URI.create(running.url() + project + "/reviews"))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))))), 413);
        isProblem(running.send(HttpRequest.newBuilder(URI.create(running.url() + project + "/reviews"))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(
                        new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', '}'}))), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{\"outcome\": ", "{\"outcom\": \"accepted\"}", "{\"outcome\": {}}"})
    void whatIsNoRewardIsRefused(String body) {
        isProblem(running.post(project + "/rewards", body), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"outcome\": \"great\"}", "{\"outcome\": \"revision\", \"distance\": 2}",
        "{\"outcome\": \"accepted\", \"review\": \"rev-1\"}", "{\"outcome\": \"accepted\", \"rules\": [\"wf-1\"]}",
        "{\"outcome\": \"accepted\", \"rules\": [null]}", "{\"outcome\": \"accepted\", \"context\": \"" + NINETY + "\"}"})
    void whatCannotBeMeantIsRefused(String body) {
        isProblem(running.post(project + "/rewards", body), 422);
        assertThat(running.json("/observe/health").get("dead_letters").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"findings\": [null]}", "{\"findings\": [{\"severity\": \"major\"}]}",
        "{\"run\": \"run-1\", \"findings\": []}", "{\"findings\": [{\"severity\": \"High\", \"description\": \"x\"}]}"})
    void whatIsNoReviewIsRefused(String body) {
        isProblem(running.post(project + "/reviews", body), 422);
        isProblem(running.post("/api/v1/projects/000000000000/reviews", body), 404);
    }

    private static void isProblem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(Running.json(response).get("detail").asText()).isNotBlank()
                .doesNotContain("Exception", "dev.buildlog", "org.apache");
    }
}
