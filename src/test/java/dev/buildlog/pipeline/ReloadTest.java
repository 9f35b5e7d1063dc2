package dev.buildlog.pipeline;

import static dev.buildlog.pipeline.Running.eventually;
import static dev.buildlog.pipeline.Workshop.entry;
import static dev.buildlog.pipeline.Workshop.read;
import static dev.buildlog.pipeline.Workshop.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in the home's routes and components change while the service runs. */
class ReloadTest {

    @TempDir
    static Path folder;

    private static Workshop workshop;
    private static Running running;
    private static Path root;

    @BeforeAll
    static void start() {
        workshop = new Workshop(folder);
        root = workshop.repository("shop");
        running = workshop.serve(root);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    /** Takes every file in the home's folders away again and waits until nothing is wrong any more. */
    @AfterEach
    void tidy() throws IOException {
        for (String part : List.of("routes", "components")) {
            Path own = workshop.home().resolve(part);
            if (Files.exists(own)) {
                try (Stream<Path> files = Files.list(own)) {
                    for (Path file : (Iterable<Path>) files::iterator) {
                        Files.delete(file);
                    }
                }
            }
        }
        eventually(() -> {
            assertThat(running.problems()).isEqualTo("[]");
            assertThat(running.get("/observe/extra").statusCode()).isEqualTo(404);
        });
    }

    static Path route(Workshop workshop, String name) {
        return workshop.home().resolve("routes").resolve(name + ".camel.yaml");
    }

    private static Path route(String name) {
        return route(workshop, name);
    }

    private static Path kamelet(String name) {
        return workshop.home().resolve("components").resolve(name + ".kamelet.yaml");
    }

    /** A route that answers at /observe/PATH with what {@code step} makes of the body. */
    private static String answering(String id, String path, String step) {
        return """
                - route:
                    id: %s
                    group: service
                    from:
                      uri: platform-http:/observe/%s
                      steps:
                        - %s
                """.formatted(id, path, step);
    }

    static String saying(String id, String path, String text) {
        return answering(id, path, "setBody: { constant: \"" + text + "\" }");
    }

    private static void answers(String path, String text) {
        eventually(() -> {
            assertThat(running.get("/observe/" + path).statusCode()).isEqualTo(200);
            assertThat(running.get("/observe/" + path).body()).isEqualTo(text);
        });
    }

    private static void isGone(String path) {
        eventually(() -> assertThat(running.get("/observe/" + path).statusCode()).isEqualTo(404));
    }

    @Test
    void aRouteIsAddedEditedAndRemoved() throws IOException {
        write(route("extra"), saying("extra", "extra", "one"));
        answers("extra", "one");
        write(route("extra"), saying("extra", "extra", "two"));
        answers("extra", "two");
        Files.delete(route("extra"));
        isGone("extra");
    }

    @Test
    void aBrokenFileIsRefusedByPlaceAndWhatRanGoesOn() {
        write(route("extra"), saying("extra", "extra", "good"));
        answers("extra", "good");
        write(route("extra"), saying("extra", "extra", "bad").replace("setBody", "setBodi"));
        eventually(() -> assertThat(running.problems())
                .contains(route("extra").toString(), "\"line\":7", "\"column\":11", "setBody"));
        answers("extra", "good");
        write(route("extra"), "- route: [");
        eventually(() -> assertThat(running.problems()).contains("not YAML"));
        answers("extra", "good");
        write(route("extra"), saying("extra", "extra", "better"));
        answers("extra", "better");
        eventually(() -> assertThat(running.problems()).isEqualTo("[]"));
    }

    /** Nothing is wrong with the file as such; only Camel finds out, when the bean refuses what it is given. */
    @Test
    void aFileThatOnlyCamelRefusesStopsNothing() {
        write(route("extra"), saying("extra", "extra", "good"));
        answers("extra", "good");
        write(route("extra"), answering("extra", "extra",
                "to: { uri: kamelet:extract-pattern-action, parameters: { pattern: \"(\" } }"));
        eventually(() -> assertThat(running.problems()).contains("do not start"));
        answers("extra", "good");
        write(root.resolve("buildlog/2026-04-01-on.md"), entry("Keep serving while a file is broken"));
        eventually(() -> assertThat(running.rules(root).toString()).contains("Keep serving while"));
    }

    @Test
    void aRenamedRouteLeavesNoZombie() {
        write(route("extra"), saying("extra", "extra", "one"));
        answers("extra", "one");
        write(route("extra"), saying("extra-two", "second", "two"));
        answers("second", "two");
        isGone("extra");
    }

    @Test
    void anIdThatAnotherFileOwnsIsRefused() {
        write(route("thief"), saying("learn", "extra", "stolen"));
        eventually(() -> assertThat(running.problems()).contains("thief.camel.yaml", "id 'learn' is taken by learn.camel.yaml"));
        assertThat(running.get("/observe/extra").statusCode()).isEqualTo(404);
        write(root.resolve("buildlog/2026-04-02-own.md"), entry("Learn on under the old route"));
        eventually(() -> assertThat(running.rules(root).toString()).contains("Learn on under the old route"));
    }

    @Test
    void aKameletChangeTakesEffectOnEntriesThatWereRead() {
        write(root.resolve("buildlog/2026-04-03-de.md"),
                "# Tag\n\n## Verbesserungen\n\n- Pin every base image by its digest\n\n## Improvements\n\n- Close sockets early\n");
        eventually(() -> assertThat(running.rules(root).toString()).contains("Close sockets early"));
        assertThat(running.rules(root).toString()).doesNotContain("Pin every base image");
        String shipped = read(Path.of("components/extract-improvements-action.kamelet.yaml"));
        write(kamelet("extract-improvements-action"),
                shipped.replace("default: Improvements", "default: Improvements,Verbesserungen"));
        eventually(() -> assertThat(running.rules(root).toString()).contains("Pin every base image"));
        eventually(() -> assertThat(read(root.resolve("AGENTS.md"))).contains("Pin every base image"));
    }

    @Test
    void aStepTakenOutAndATeamsOwnPutIn() {
        write(root.resolve("buildlog/2026-04-04-til.md"), "# Day\n\nTIL: awk counts fields from one\n");
        String shipped = read(Path.of("routes/learn.camel.yaml"));
        int from = shipped.indexOf("        - to:\n            id: deduplicate");
        String own = """
                        - to:
                            id: til
                            uri: kamelet:extract-pattern-action
                            parameters: { pattern: "TIL: (.*)" }
                            description: Things learned today
                """;
        write(route("learn"), shipped.substring(0, from) + own
                + shipped.substring(shipped.indexOf("        - bean:\n            id: record")));
        eventually(() -> assertThat(running.rules(root).toString()).contains("awk counts fields from one"));
        assertThat(running.problems()).isEqualTo("[]");
    }

    @Test
    void aClassInAJarIsFoundByItsKamelet() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assumeTrue(compiler != null, "this Java has no compiler");
        jar(compiler, "toUpperCase");
        write(kamelet("shout-action"), """
                apiVersion: camel.apache.org/v1
                kind: Kamelet
                metadata: { name: shout-action, labels: { camel.apache.org/kamelet.type: action } }
                spec:
                  definition: { title: Shout, description: Says it louder. }
                  template:
                    beans:
                      - { name: voice, type: "#class:acme.Shout" }
                    from:
                      uri: kamelet:source
                      steps:
                        - bean: { ref: "{{voice}}", method: say }
                """);
        write(route("extra"), answering("extra", "extra", "to: kamelet:shout-action"));
        answers("extra", "HEAR THIS");
        jar(compiler, "toLowerCase");
        answers("extra", "hear this");
    }

    private static void jar(JavaCompiler compiler, String how) throws IOException {
        Path source = folder.resolve("acme/Shout.java");
        write(source, "package acme; public class Shout { public String say() { return \"Hear this\"." + how + "(); } }");
        assertThat(compiler.run(null, null, null, "--release", "17", "-proc:none", source.toString())).isZero();
        Path built = folder.resolve("acme.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(built))) {
            jar.putNextEntry(new JarEntry("acme/Shout.class"));
            jar.write(Files.readAllBytes(folder.resolve("acme/Shout.class")));
        }
        Path place = workshop.home().resolve("components/acme.jar");
        Files.createDirectories(place.getParent());
        Files.move(built, place, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
