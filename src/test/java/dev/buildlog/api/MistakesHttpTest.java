package dev.buildlog.api;

import static dev.buildlog.pipeline.Workshop.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.buildlog.learn.proof.Repeats;
import dev.buildlog.pipeline.Running;
import dev.buildlog.pipeline.Workshop;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes, and the history of posteriors, over HTTP. */
class MistakesHttpTest {

    @TempDir
    Path folder;

    private Running running;
    private Path root;
    private String project;

    @BeforeEach
    void start() {
        Workshop workshop = new Workshop(folder);
        root = workshop.repository("shop");
        running = workshop.serve(root);
        project = "/api/v1/projects/" + running.project(root);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void aMistakeNeedsNoSessionAndUnderOneKeyCountsOnce() {
        String body = "{\"error_class\": \"Null deref\", \"description\": \"Unchecked map lookup, key AKIAIOSFODNN7EXAMPLE\","
                + " \"severity\": \"high\", \"relation_to_prior\": null}";
        HttpResponse<String> first = running.post(project + "/mistakes", body, "Idempotency-Key", "k");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(running.post(project + "/mistakes", body, "Idempotency-Key", "k").body()).isEqualTo(first.body());
        assertThat(Running.json(first).get("was_repeat").asBoolean()).isFalse();
        JsonNode second = Running.json(running.post(project + "/mistakes", body));
        assertThat(second.get("was_repeat").asBoolean()).isTrue();
        assertThat(second.get("similar_prior")).isEqualTo(Running.json(first).get("mistake"));
        assertThat(second.get("similarity").asDouble()).isEqualTo(1);
        assertThat(running.post(project + "/mistakes", body.replace("high", "low"), "Idempotency-Key", "k").statusCode())
                .isEqualTo(422);
        assertThat(running.core().experiments().tally(running.project(root), Repeats.USUAL).all()
                .mistakes()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "422; {}", "422; {\"error_class\": \"x\"}", "422; {\"error_class\": \"x\", \"description\": \"y\", \"severity\": \"minor\"}",
        "422; {\"error_class\": \"x\", \"description\": \"y\", \"relation_to_prior\": {\"id\": \"m\", \"type\": \"friend\"}}",
        "422; {\"error_class\": \"x\", \"description\": \"y\", \"related_concepts\": [null]}",
        "400; {\"class\": \"x\"}", "400; ["
    })
    void whatIsNoMistakeIsRefused(int status, String body) {
        HttpResponse<String> refused = running.post(project + "/mistakes", body);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(Running.json(refused).get("detail").asText()).isNotBlank().doesNotContain("Exception", "dev.buildlog");
        assertThat(running.json("/observe/health").get("dead_letters").asInt()).isZero();
    }

    @Test
    void theHistoryIsPaged() {
        running.post(project + "/entries", "{\"key\": \"ci\", \"text\": \""
                + entry("Quote table names in migration scripts").replace("\n", "\\n") + "\"}");
        String id = running.rules(root).iterator().next().get("id").asText();
        for (int n = 0; n < 3; n++) {
            running.post(project + "/reviews", "{\"findings\": [{\"severity\": \"minor\", \"description\": \"x\","
                    + " \"rules_consulted\": [\"" + id + "\"]}]}");
            running.post(project + "/rewards", "{\"outcome\": \"accepted\"}");
        }
        JsonNode page = running.json(project + "/posterior-history?limit=2&rule=" + id);
        assertThat(page.get("snapshots")).hasSize(2);
        assertThat(page.at("/snapshots/0/alpha").asDouble()).isEqualTo(4);
        JsonNode rest = running.json(project + "/posterior-history?before=" + page.get("next").asLong());
        assertThat(rest.get("snapshots")).hasSize(1);
        assertThat(rest.get("next").isNull()).isTrue();
        assertThat(running.json(project + "/posterior-history?persona=bragi").get("snapshots")).isEmpty();
        assertThat(running.get(project + "/posterior-history?since=yesterday").statusCode()).isEqualTo(400);
        assertThat(running.get(project + "/posterior-history?limit=9999").statusCode()).isEqualTo(422);
        assertThat(running.get("/api/v1/projects/nothing/posterior-history").statusCode()).isEqualTo(404);
    }
}
