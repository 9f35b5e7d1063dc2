package dev.buildlog.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.buildlog.ledger.LedgerRows;
import dev.buildlog.pipeline.Running;
import dev.buildlog.pipeline.Workshop;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs and reviews over HTTP, with the shipped routes and personas. */
class RunsHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private Running running;
    private String base;

    @BeforeEach
    void serve() {
        Workshop workshop = new Workshop(folder);
        Path shop = workshop.repository("shop");
        Workshop.write(shop.resolve("buildlog/2026-01-10-a.md"), Workshop.entry("Retry a payment with its idempotency key"));
        running = workshop.serve(shop);
        base = "/api/v1/projects/" + running.project(shop);
        Running.eventually(() -> assertThat(running.rules(shop).toString()).contains("idempotency"));
    }

    @AfterEach
    void stop() throws Exception {
        running.close();
    }

    private JsonNode post(int status, String path, String body, String... headers) throws Exception {
        HttpResponse<String> answer = running.post(base + path, body, headers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private JsonNode get(int status, String path) throws Exception {
        HttpResponse<String> answer = running.get(base + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    @Test
    void aRunItsReviewAndItsReward() throws Exception {
        String body = "{\"target\": \"src\", \"select_k\": 2, \"max_iterations\": 2, \"context\": \"payments\"}";
        JsonNode run = post(201, "/runs", body, "Idempotency-Key", "r1");
        assertThat(post(201, "/runs", body, "Idempotency-Key", "r1")).isEqualTo(run);
        assertThat(run.path("rules")).hasSize(9);
        assertThat(run.path("personas").toString()).contains("learned");
        assertThat(get(200, "/runs/" + run.path("run").asText())).isEqualTo(run);

        String id = run.at("/rules/0/id").asText();
        String review = "{\"run\": \"" + run.path("run").asText() + "\", \"tree\": \"t1\", \"findings\": [{"
                + "\"severity\": \"MAJOR\", \"description\": \"Pays twice\", \"rule_learned\": \"Round money half to even\","
                + " \"rules_consulted\": [\"" + id + "\", \"bragi:none\"]}]}";
        JsonNode receipt = post(201, "/reviews", review, "Idempotency-Key", "v1");
        assertThat(receipt.path("action").asText()).isEqualTo("checkpoint_majors");
        assertThat(receipt.path("iterations_left").asInt()).isEqualTo(1);
        assertThat(receipt.path("hallucinated").toString()).isEqualTo("[\"bragi:none\"]");
        assertThat(post(201, "/reviews", review, "Idempotency-Key", "v1")).isEqualTo(receipt);
        JsonNode told = get(200, "/reviews/" + receipt.path("review").asText());
        assertThat(told.path("tree").asText()).isEqualTo("t1");
        assertThat(told.at("/findings/0/credited/0").asText()).isEqualTo(id);

        JsonNode reward = post(201, "/rewards", "{\"outcome\": \"accepted\"}");
        assertThat(reward.path("rules").toString()).isEqualTo("[\"" + id + "\"]");
        JsonNode posterior = get(200, "/posteriors").path("posteriors").get(0);
        assertThat(posterior.path("rule").asText()).isEqualTo(id);
        assertThat(posterior.path("alpha").asDouble()).as("a seed prior and one success").isGreaterThan(2.5);
        assertThat(get(200, "/rules").toString()).contains("Round money half to even", "review/" + run.path("run").asText());
        assertThat(LedgerRows.count(running.core().ledger(), "select count(*) from mistake")).isEqualTo(2);
    }

    @Test
    void withoutARunRulesOfPersonasMayBeCited() throws Exception {
        JsonNode receipt = post(201, "/reviews", "{\"findings\": [{\"description\": \"x\","
                + " \"rules_consulted\": [\"security_karen:no-shell\", \"security_karen:none\"]}]}");
        assertThat(receipt.path("credited").toString()).isEqualTo("[\"security_karen:no-shell\"]");
        assertThat(receipt.path("hallucinated").toString()).isEqualTo("[\"security_karen:none\"]");
        assertThat(receipt.has("run")).isFalse();
    }

    @Test
    void whatIsNotThereIsToldSo() throws Exception {
        post(422, "/reviews", "{\"run\": \"run-0\", \"findings\": []}");
        post(422, "/runs", "{\"target\": \" \"}");
        post(422, "/runs", "{\"target\": \"src\", \"stop_at\": \"never\"}");
        post(422, "/runs", "{\"target\": \"src\", \"personas\": [\"nobody\"]}");
        post(400, "/runs", "{\"goal\": \"src\"}");
        get(404, "/runs/run-0");
        get(404, "/reviews/rev-0");
    }
}
