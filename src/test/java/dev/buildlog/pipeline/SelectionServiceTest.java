package dev.buildlog.pipeline;

import static dev.buildlog.pipeline.Running.eventually;
import static dev.buildlog.pipeline.Workshop.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.ledger.Selections.Made;
import dev.buildlog.model.PublishRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a selection in a service, with the shipped routes. */
class SelectionServiceTest {

    private static final String[] LEARNED = {"Quote table names in migration scripts", "Let the nightly job print its seed",
        "Pin the grammar before upgrading the parser", "Write one log line per retry of the mailer"};

    @TempDir
    Path folder;

    private Path root;
    private Running running;
    private String project;
    private String address;

    @BeforeEach
    void start() {
        Workshop workshop = new Workshop(folder);
        root = workshop.repository("shop");
        Workshop.write(root.resolve(".buildlog/config.yaml"), "publish:\n  auto: low\n  k: 2\n  hold_out: 0\n  targets: agents_md\n");
        Workshop.write(root.resolve("buildlog/2026-03-01-work.md"), entry(LEARNED));
        running = workshop.serve(root);
        project = running.project(root);
        address = "/api/v1/projects/" + project;
        eventually(() -> assertThat(last()).isPresent());
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private Optional<Made> last() {
        return running.core().selections().last(project);
    }

    private List<String> shown() {
        List<String> shown = new ArrayList<>();
        String file = Workshop.read(root.resolve("AGENTS.md"));
        running.rules(root).forEach(rule -> {
            if (file.contains(rule.get("rule").asText())) {
                shown.add(rule.get("id").asText());
            }
        });
        return shown;
    }

    @Test
    void whatIsSelectedIsWhatIsShownAndNotedAndCommitted() throws IOException {
        Made first = last().orElseThrow();
        assertThat(first.selection().candidates()).hasSize(4);
        eventually(() -> assertThat(shown()).hasSize(2).containsExactlyInAnyOrderElementsOf(first.selection().shown()));
        Path policy = root.resolve(".buildlog/policy.yaml");
        eventually(() -> assertThat(Workshop.read(policy)).contains("selection: " + first.id(), shown().get(0), shown().get(1)));
        assertThat(running.core().exposures().shown(first.id())).containsExactlyInAnyOrderElementsOf(first.selection().shown());

        Files.delete(root.resolve("buildlog/2026-03-01-work.md"));
        eventually(() -> assertThat(policy).doesNotExist());
        assertThat(last()).contains(first);
    }

    @Test
    void aRewardDrawsAnewAndASavedEntryDoesNot() {
        Made first = last().orElseThrow();
        Workshop.write(root.resolve("buildlog/2026-03-02-more.md"), entry(LEARNED[0], LEARNED[1]));
        eventually(() -> assertThat(running.rules(root)).anySatisfy(rule ->
                assertThat(rule.get("frequency").asInt()).isEqualTo(2)));
        assertThat(last()).contains(first);

        String cited = first.selection().shown().get(0);
        assertThat(running.post(address + "/reviews", "{\"findings\": [{\"severity\": \"minor\", \"category\": \"sql\","
                + " \"description\": \"Breaks\", \"rules_consulted\": [\"" + cited + "\"]}]}").statusCode()).isEqualTo(201);
        assertThat(last()).contains(first);
        assertThat(running.post(address + "/rewards", "{\"outcome\": \"accepted\"}").statusCode()).isEqualTo(201);
        eventually(() -> assertThat(last().orElseThrow().id()).isNotEqualTo(first.id()));
        Made second = last().orElseThrow();
        assertThat(second.selection().candidates()).filteredOn(one -> one.rule().equals(cited)).singleElement()
                .satisfies(one -> assertThat(one.belief().alpha()).isEqualTo(2));
        eventually(() -> assertThat(shown()).containsExactlyInAnyOrderElementsOf(second.selection().shown()));
    }

    @Test
    void aBurstDrawsIfOneOfItsRequestsDoes() {
        Made first = last().orElseThrow();
        for (boolean draw : new boolean[] {true, false, false}) {
            running.service().doors().publish(new PublishRequest(project, "", draw));
        }
        eventually(() -> assertThat(last().orElseThrow().id()).isNotEqualTo(first.id()));
    }
}
