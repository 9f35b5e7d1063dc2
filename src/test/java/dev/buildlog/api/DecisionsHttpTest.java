package dev.buildlog.api;

import static dev.buildlog.pipeline.Running.eventually;
import static dev.buildlog.pipeline.Workshop.entry;
import static dev.buildlog.pipeline.Workshop.read;
import static dev.buildlog.pipeline.Workshop.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.buildlog.pipeline.Running;
import dev.buildlog.pipeline.Workshop;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decisions over HTTP, in a service where nothing goes out without one. */
class DecisionsHttpTest {

    private static final String PIN = "Pin the grammar before upgrading the parser";
    private static final String TESTS = "Let the nightly job print its seed";

    @TempDir
    Path folder;

    private Path root;
    private Running running;
    private String rules;
    private String decisions;

    @BeforeEach
    void start() {
        Workshop workshop = new Workshop(folder);
        write(workshop.home().resolve("config.yaml"), "publish.auto: off\n");
        root = workshop.repository("shop");
        write(root.resolve("buildlog/2026-03-01-work.md"), entry(PIN, TESTS));
        running = workshop.serve(root);
        rules = "/api/v1/projects/" + running.project(root) + "/rules";
        decisions = "/api/v1/projects/" + running.project(root) + "/decisions";
        eventually(() -> assertThat(running.rules(root)).hasSize(2));
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private String agents() {
        return read(root.resolve("AGENTS.md"));
    }

    private String id(String text) {
        for (JsonNode rule : running.rules(root)) {
            if (rule.get("rule").asText().equals(text)) {
                return rule.get("id").asText();
            }
        }
        throw new AssertionError(text);
    }

    private String state(String text) {
        return running.json(rules + "?id=" + id(text)).get("state").asText();
    }

    private HttpResponse<String> decide(String kind, String text, String more, String... headers) {
        return running.post(decisions, "{\"kind\": \"" + kind + "\", \"rules\": [\"" + id(text) + "\"]" + more + "}", headers);
    }

    @Test
    void rulesGoOutWhenPromotedAndLeaveWhenRejected() {
        assertThat(state(PIN)).isEqualTo("new");
        HttpResponse<String> answer = decide("promote", PIN, ", \"by\": \"Ann\"");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(Running.json(answer).at("/rules/0/state").asText()).isEqualTo("promoted");
        eventually(() -> assertThat(agents()).contains(PIN).doesNotContain(TESTS));
        assertThat(decide("pin", TESTS, "").statusCode()).isEqualTo(201);
        eventually(() -> assertThat(agents()).contains(PIN, TESTS));
        assertThat(state(TESTS)).isEqualTo("pinned");
        assertThat(decide("reject", PIN, ", \"why\": \"no\"").statusCode()).isEqualTo(201);
        eventually(() -> assertThat(agents()).contains(TESTS).doesNotContain(PIN));
        assertThat(state(PIN)).isEqualTo("rejected");
        assertThat(decide("retire", TESTS, "").statusCode()).isEqualTo(201);
        eventually(() -> assertThat(root.resolve("AGENTS.md")).doesNotExist());
    }

    @Test
    void aKeyStandsForOneDecision() {
        JsonNode first = Running.json(decide("promote", PIN, "", "Idempotency-Key", "k1"));
        assertThat(decide("reject", PIN, "", "Idempotency-Key", "k2").statusCode()).isEqualTo(201);
        HttpResponse<String> again = decide("promote", PIN, "", "Idempotency-Key", "k1");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(Running.json(again).get("decision")).isEqualTo(first.get("decision"));
        assertThat(state(PIN)).isEqualTo("rejected");
        assertThat(decide("retire", PIN, "", "Idempotency-Key", "k1").statusCode()).isEqualTo(422);
    }

    @Test
    void whatCannotBeMeantIsToldAndNotKept() {
        assertThat(decide("praise", PIN, "").statusCode()).isEqualTo(422);
        assertThat(decide("restore", PIN, "").body()).contains("nothing to take back");
        assertThat(decide("promote", PIN, ", \"targets\": [\"cursr\"]").body()).contains("did you mean 'cursor'");
        assertThat(decide("promote", PIN, ", \"despite_gate\": true").statusCode()).isEqualTo(400);
        assertThat(running.post(decisions, "{\"kind\": \"promote\"}").statusCode()).isEqualTo(422);
        assertThat(running.post(decisions, "{\"kind\": \"promote\", \"rules\": [\"wf-0000000000\"]}").statusCode()).isEqualTo(422);
        assertThat(running.post(decisions.replace(running.project(root), "nowhere"), "{}").statusCode()).isEqualTo(404);
        assertThat(running.core().deadLetters().all()).isEmpty();
        assertThat(state(PIN)).isEqualTo("new");
    }
}
