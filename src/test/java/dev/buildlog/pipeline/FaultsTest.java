package dev.buildlog.pipeline;

import static dev.buildlog.pipeline.Running.eventually;
import static dev.buildlog.pipeline.Workshop.entry;
import static dev.buildlog.pipeline.Workshop.read;
import static dev.buildlog.pipeline.Workshop.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.DeadLetter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultsTest {

    private static final String SECRET = "ghp_" + "Z1y2X3w4V5u6T7s8R9q0P1o2N3m4L5k6J7i8";

    @TempDir
    static Path folder;

    private static Workshop workshop;
    private static Running running;

    @BeforeAll
    static void start() {
        workshop = new Workshop(folder);
        write(workshop.home().resolve("components/refuse-action.kamelet.yaml"), """
                apiVersion: camel.apache.org/v1
                kind: Kamelet
                metadata: { name: refuse-action, labels: { camel.apache.org/kamelet.type: action } }
                spec:
                  definition: { title: Refuse, description: Refuses entries that say POISON. }
                  template:
                    from:
                      uri: kamelet:source
                      steps:
                        - filter:
                            simple: "${body.text} contains 'POISON'"
                            steps:
                              - throwException: { exceptionType: java.lang.IllegalStateException, message: "poisoned by %s" }
                """.formatted(SECRET));
        refuse(true);
        running = workshop.serve(workshop.repository("letters"), workshop.repository("damaged"));
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    private static void refuse(boolean on) {
        Path learn = workshop.home().resolve("routes/learn.camel.yaml");
        if (on) {
            write(learn, read(Path.of("routes/learn.camel.yaml")).replaceFirst("(?m)^ +- to:\n +id: redact\n",
                    "        - to: { id: refuse, uri: kamelet:refuse-action }\n$0"));
        } else {
            write(learn, read(Path.of("routes/learn.camel.yaml")));
        }
    }

    @Test
    void whatAStepRefusesWaitsRedactedAndGoesThroughOnceItIsMended() throws IOException {
        Path root = workshop.folder("letters");
        write(root.resolve("buildlog/2026-03-01-bad.md"), entry("Never log " + SECRET + " again") + "\nPOISON\n");
        write(root.resolve("buildlog/2026-03-02-good.md"), entry("Escalate before the freeze"));
        eventually(() -> assertThat(running.rules(root).toString()).contains("Escalate before the freeze"));
        eventually(() -> assertThat(running.core().deadLetters().all()).hasSize(1));
        DeadLetter letter = running.core().deadLetters().all().get(0);
        assertThat(letter.door()).isEqualTo("entry");
        assertThat(letter.subject()).isEqualTo("buildlog/2026-03-01-bad.md");
        assertThat(letter.cause()).contains("poisoned").doesNotContain(SECRET);
        assertThat(letter.message()).contains("Never log").doesNotContain(SECRET);
        assertThat(running.json("/observe/health").get("dead_letters").asInt()).isEqualTo(1);

        Doors doors = running.service().doors();
        DeadLetterOffice office = new DeadLetterOffice(running.core().deadLetters());
        assertThatThrownBy(() -> office.replay(letter, doors)).hasMessageContaining("poisoned");
        assertThat(running.core().deadLetters().all()).singleElement()
                .satisfies(again -> assertThat(again.attempts()).isGreaterThan(1));

        refuse(false);
        eventually(() -> assertThat(running.rules(root).toString()).contains("Never log"));
        eventually(() -> assertThat(running.core().deadLetters().all()).isEmpty());
        assertThat(running.rules(root).toString()).doesNotContain(SECRET);
        refuse(true);
    }

    @Test
    void anAgentsFileThatCannotBeRenderedHarmsNeitherLearningNorTheOthers() {
        Path root = workshop.folder("damaged");
        String damaged = "# Mine\n\n<!-- buildlog:begin policy=pol-1 hash=2 -->\nno end\n";
        write(root.resolve("AGENTS.md"), damaged);
        write(root.resolve("buildlog/2026-03-01-a.md"), entry("Time out every outgoing call"));
        eventually(() -> assertThat(running.rules(root).toString()).contains("Time out every outgoing call"));
        eventually(() -> assertThat(read(root.resolve("CLAUDE.md"))).contains("Time out every outgoing call"));
        eventually(() -> assertThat(publishing(root)).anySatisfy(letter ->
                assertThat(letter.cause()).contains("AGENTS.md")));
        assertThat(read(root.resolve("AGENTS.md"))).isEqualTo(damaged);

        write(root.resolve("AGENTS.md"), "# Mine\n");
        write(root.resolve("buildlog/2026-03-02-b.md"), entry("Name the owner of each alert"));
        eventually(() -> assertThat(read(root.resolve("AGENTS.md"))).startsWith("# Mine").contains("Time out every",
                "Name the owner"));
        eventually(() -> assertThat(publishing(root)).isEmpty());
    }

    private static java.util.List<DeadLetter> publishing(Path root) {
        return running.core().deadLetters().all().stream()
                .filter(letter -> letter.door().equals("publish") && letter.project().equals(running.project(root))).toList();
    }

    @Test
    void aSecondServiceOnTheSameHomeIsToldOfTheFirst() {
        assertThatThrownBy(() -> workshop.serve(workshop.folder("letters"))).isInstanceOf(BuildlogException.class)
                .hasMessageContaining(running.url());
        assertThat(Files.exists(workshop.home().resolve("service.url"))).isTrue();
    }
}
