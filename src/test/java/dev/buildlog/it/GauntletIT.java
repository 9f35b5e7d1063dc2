package dev.buildlog.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gauntlet of the packaged distribution: a run, a review, and one outcome told by two processes at once. */
class GauntletIT {

    @TempDir
    private Path folder;

    private Machine machine;
    private Repository repository;

    @BeforeEach
    void begin() {
        machine = Machine.in(folder);
        repository = Repository.at(folder.resolve("shop"));
        repository.write("2026-03-01-parser.md", Repository.text("Pin the grammar before upgrading the parser"));
    }

    @AfterEach
    void end() {
        machine.close();
    }

    @Test
    void aRunItsReviewAndOneOutcomeToldByTwoProcesses() throws Exception {
        Path root = repository.root();
        JsonNode loop = machine.run(root, "gauntlet", "loop", "buildlog", "-k", "2", "--json").json();
        String run = loop.path("run").asText();
        assertThat(loop.path("valid_rule_ids")).hasSize(9);
        assertThat(loop.path("finding_schema").isObject()).isTrue();
        Files.writeString(root.resolve("found.json"), "[{\"severity\": \"major\", \"description\": \"Pays twice\","
                + " \"rules_consulted\": [\"" + loop.at("/valid_rule_ids/0").asText() + "\", \""
                + loop.at("/valid_rule_ids/4").asText() + "\", \"bragi:invented\"]}]");
        JsonNode review = machine.run(root, "gauntlet", "issues", "--run", run, "found.json", "--json").json();
        assertThat(review.path("action").asText()).isEqualTo("checkpoint_majors");
        assertThat(review.path("hallucinated").toString()).isEqualTo("[\"bragi:invented\"]");

        List<Started> tellers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            tellers.add(machine.begin(root, "reward", "accepted", "--id", "once", "--json"));
        }
        for (Started teller : tellers) {
            assertThat(Machine.finish(teller)).extracting(Run::code).isEqualTo(0);
        }
        JsonNode believed = machine.run(root, "bandit", "status", "--json").json();
        assertThat(believed).hasSize(2).allSatisfy(one -> assertThat(one.path("observations").asInt()).isEqualTo(1));
        assertThat(machine.run(root, "rebuild", "--json").code()).isZero();
    }
}
