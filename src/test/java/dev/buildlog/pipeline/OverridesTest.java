package dev.buildlog.pipeline;

import static dev.buildlog.pipeline.Running.eventually;
import static dev.buildlog.pipeline.Workshop.entry;
import static dev.buildlog.pipeline.Workshop.read;
import static dev.buildlog.pipeline.Workshop.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes that lie in a repository: after trust only, and for that repository only. */
class OverridesTest {

    private static final String PLAIN = "Read the release notes first";

    @TempDir
    static Path folder;

    private static Running running;
    private static Path own;
    private static Path other;

    @BeforeAll
    static void start() {
        Workshop workshop = new Workshop(folder);
        own = workshop.repository("own");
        other = workshop.repository("other");
        running = workshop.serve(own, other);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    /** The shipped learn route with a step that takes lines which begin with {@code label}. */
    private static void learnLinesOf(Path root, String label) {
        write(root.resolve(".buildlog/routes/learn.camel.yaml"), read(Path.of("routes/learn.camel.yaml")).replace("""
                        - to:
                            id: categorise
                """.indent(0), """
                        - to:
                            id: own-lines
                            uri: kamelet:extract-pattern-action
                            parameters: { pattern: "%s: (.*)" }
                            description: Lines of our own
                        - to:
                            id: categorise
                """.formatted(label)));
    }

    private static void trust(Path root) {
        new PartInventory(running.core(), root).trust();
    }

    private static String rules(Path root) {
        return running.rules(root).toString();
    }

    @Test
    void ofARepositoryCountAfterTrustAndForItAlone() {
        String text = entry(PLAIN) + "\nTIL: tar keeps owners\n\nNOTE: cron has no PATH\n";
        write(own.resolve("buildlog/2026-03-01-a.md"), text);
        write(other.resolve("buildlog/2026-03-01-a.md"), text);
        eventually(() -> assertThat(rules(own)).contains(PLAIN));
        eventually(() -> assertThat(rules(other)).contains(PLAIN));

        learnLinesOf(own, "TIL");
        eventually(() -> assertThat(running.problems()).contains("not trusted", "routes/learn.camel.yaml", "buildlog trust"));
        assertThat(rules(own)).doesNotContain("tar keeps owners");

        trust(own);
        eventually(() -> assertThat(rules(own)).contains("tar keeps owners", PLAIN));
        eventually(() -> assertThat(running.problems()).isEqualTo("[]"));
        assertThat(rules(other)).doesNotContain("tar keeps owners");

        learnLinesOf(own, "NOTE");
        eventually(() -> assertThat(running.problems()).contains("not trusted"));
        write(own.resolve("buildlog/2026-03-02-b.md"), "# Day\n\nTIL: sed counts from one\n\nNOTE: not yet\n");
        eventually(() -> assertThat(rules(own)).contains("sed counts from one"));
        assertThat(rules(own)).contains("tar keeps owners").doesNotContain("cron has no PATH", "not yet");

        learnLinesOf(other, "NOTE");
        trust(other);
        eventually(() -> assertThat(rules(other)).contains("cron has no PATH").doesNotContain("tar keeps owners"));
        assertThat(rules(own)).contains("tar keeps owners").doesNotContain("cron has no PATH");

        trust(own);
        eventually(() -> assertThat(rules(own)).contains("cron has no PATH").doesNotContain("tar keeps owners"));
        eventually(() -> assertThat(running.problems()).isEqualTo("[]"));
    }
}
