package dev.buildlog.pipeline;

import static dev.buildlog.pipeline.Running.eventually;
import static dev.buildlog.pipeline.Workshop.entry;
import static dev.buildlog.pipeline.Workshop.read;
import static dev.buildlog.pipeline.Workshop.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Decision;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What persons decide and what rules say of each other, as agents then read it. */
class DecisionServiceTest {

    private static final String PIN = "Pin the grammar before upgrading the parser";
    private static final String TESTS = "Let the nightly job print its seed";

    @TempDir
    Path folder;

    private Path root;
    private Running running;

    @BeforeEach
    void start() {
        Workshop workshop = new Workshop(folder);
        root = workshop.repository("shop");
        running = workshop.serve(root);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private String agents() {
        return read(root.resolve("AGENTS.md"));
    }

    private void say(int day, String... learnings) {
        write(root.resolve("buildlog/2026-03-%02d-work.md".formatted(day)), entry(learnings));
    }

    private String id(String text) {
        for (JsonNode rule : running.rules(root)) {
            if (rule.get("rule").asText().equals(text)) {
                return rule.get("id").asText();
            }
        }
        throw new AssertionError(text);
    }

    private void decide(String kind, String text, String... rules) {
        running.service().doors().decision(new Decision(running.project(root), kind, List.of(rules), text,
                running.core().instant()));
    }

    @Test
    void whatIsDecidedIsRenderedAndUndoneByTheNextDecision() {
        say(1, PIN, TESTS);
        eventually(() -> assertThat(agents()).contains(PIN, TESTS));
        String pin = id(PIN);
        String tests = id(TESTS);

        decide(Decision.MERGE, "", pin, tests);
        decide(Decision.SET_TEXT, "Pin and seed", tests);
        eventually(() -> assertThat(agents()).contains("Pin and seed").doesNotContain(PIN, TESTS));
        assertThat(running.json("/api/v1/projects/" + running.project(root) + "/rules?id=" + tests).get("id").asText())
                .isEqualTo(pin);

        decide(Decision.SPLIT, "buildlog/2026-03-01-work.md:8", pin);
        eventually(() -> assertThat(agents()).contains("Pin and seed", TESTS));
        decide(Decision.SET_TEXT, "", pin);
        eventually(() -> assertThat(agents()).contains(PIN, TESTS).doesNotContain("Pin and seed"));
    }

    @Test
    void secretsInADecisionAreTakenOut() {
        say(1, PIN);
        eventually(() -> assertThat(agents()).contains(PIN));
        decide(Decision.SET_TEXT, "Log in with AKIAIOSFODNN7EXAMPLE", id(PIN));
        eventually(() -> assertThat(agents()).contains("Log in with [REDACTED:aws-access-key]"));
    }

    @Test
    void whatCannotBeMeantIsToldAndNotKept() {
        say(1, PIN);
        eventually(() -> assertThat(agents()).contains(PIN));
        String pin = id(PIN);
        assertThatThrownBy(() -> decide(Decision.MERGE, "", pin, pin.substring(0, pin.length() - 1) + "x"))
                .isInstanceOf(BuildlogException.class).hasMessageContaining("did you mean '" + pin + "'?");
        assertThatThrownBy(() -> decide("mrege", "", pin)).hasMessageContaining("did you mean 'merge'?");
        assertThatThrownBy(() -> decide(Decision.SPLIT, PIN, pin)).hasMessageContaining("nothing to take it out of");
        assertThatThrownBy(() -> decide(Decision.SET_TEXT, "x\u202Ey", pin)).hasMessageContaining("U+202E");
        assertThat(running.core().deadLetters().all()).isEmpty();
    }

    @Test
    void ofTwoRulesThatContradictEachOtherTheStrongerIsShown() {
        say(1, "Squash commits when merging into main");
        say(2, "Never squash commits when merging into main");
        eventually(() -> assertThat(running.rules(root)).hasSize(2)
                .allSatisfy(rule -> assertThat(rule.get("contradicts")).hasSize(1)));
        eventually(() -> assertThat(agents()).contains("- Never squash").doesNotContain("- Squash"));

        say(3, "Squash commits when merging into main", TESTS);
        eventually(() -> assertThat(agents()).contains("- Squash").doesNotContain("- Never squash"));

        say(3, TESTS);
        say(1, TESTS);
        eventually(() -> assertThat(agents()).contains("- Never squash").doesNotContain("- Squash"));
        assertThat(running.rules(root)).allSatisfy(rule -> assertThat(rule.get("contradicts")).isEmpty());
    }
}
