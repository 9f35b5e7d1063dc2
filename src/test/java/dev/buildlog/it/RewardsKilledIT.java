package dev.buildlog.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outcomes told over HTTP to a service that is killed with SIGKILL again and again. */
class RewardsKilledIT {

    private static final String ONE = "Pin the grammar before upgrading the parser";
    private static final String TWO = "Write one log line per retry of the mailer";

    @TempDir
    Path folder;

    private Machine machine;
    private Repository repository;

    @BeforeEach
    void prepare() {
        machine = Machine.in(folder);
        repository = Repository.at(folder.resolve("shop"));
        repository.write("2026-03-01-one.md", Repository.text(ONE, TWO));
        machine.result(repository.root(), "sync");
    }

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void twoKillsDuringThirtyRewards() {
        simulate(2, 30, 20_261_121);
    }

    @Test
    @Tag("faults-full")
    void tenKillsDuringTwoHundredRewards() {
        simulate(10, 200, 20_261_122);
    }

    private void simulate(int kills, int rewards, long seed) {
        Random random = new Random(seed);
        TreeSet<Integer> deaths = new TreeSet<>();
        while (deaths.size() < kills) {
            deaths.add(random.nextInt(rewards));
        }
        ServiceProcess service = machine.serve(repository.root());
        String project = "/api/v1/projects/" + service.get("/api/v1/projects").at("/projects/0/id").asText();
        String rule = service.get(project + "/rules").at("/rules/0/id").asText();
        Map<String, String> acknowledged = new LinkedHashMap<>();
        for (int i = 0; i < rewards; i++) {
            if (deaths.contains(i)) {
                // the message may be on its way, on disk or answered when the service dies
                Started dying = service.started();
                Thread killer = new Thread(dying::kill);
                killer.start();
            }
            for (boolean told = false; !told; ) {
                try {
                    String review = service.post(project + "/reviews", "rv-" + i, "{\"findings\": [{\"severity\": \"minor\","
                            + " \"category\": \"c\", \"description\": \"d" + i + "\", \"rules_consulted\": [\"" + rule + "\"]}]}")
                            .at("/review").asText();
                    String reward = service.post(project + "/rewards", "rw-" + i, "{\"outcome\": \"accepted\", \"review\": \""
                            + review + "\"}").at("/reward").asText();
                    acknowledged.put(review, reward);
                    told = true;
                } catch (UncheckedIOException dead) {
                    service = machine.serve(repository.root());
                }
            }
        }
        for (Map.Entry<String, String> one : acknowledged.entrySet()) {
            JsonNode outcome = service.get(project + "/reviews/" + one.getKey()).at("/outcome");
            assertThat(outcome.at("/reward").asText()).isEqualTo(one.getValue());
        }
        JsonNode posterior = service.get(project + "/posteriors").at("/posteriors/0");
        assertThat(posterior.at("/rule").asText()).isEqualTo(rule);
        assertThat(posterior.at("/observations").asInt()).as("each counts once").isEqualTo(rewards);
        assertThat(posterior.at("/alpha").asDouble()).isEqualTo(1.0 + rewards);
        assertThat(service.stop().code()).isEqualTo(143);
        assertThat(machine.result(repository.root(), "rebuild")).contains("identical");
    }
}
