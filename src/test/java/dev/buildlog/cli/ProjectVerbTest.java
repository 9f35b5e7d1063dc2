package dev.buildlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clone stays the project it was, and two projects become one. */
class ProjectVerbTest {

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void home() {
        environment.put("BUILDLOG_HOME", folder.resolve("home").toString());
        environment.put("BUILDLOG_EMBEDDINGS_BACKEND", "token");
        environment.put("BUILDLOG_EMISSIONS_ENABLED", "false");
    }

    @Test
    void anotherRemoteAndAnotherFolderAreFollowed() throws IOException {
        Path clone = clone("shop", "https://old.example/ann/shop.git");
        assertThat(run(clone, "sync")).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(ExitCode.DONE);
        remote(clone, "git@new.example:team/shop.git");
        assertThat(run(clone, "sync")).isEqualTo(ExitCode.DONE);
        assertThat(list(clone)).contains("new.example/team/shop").doesNotContain("old.example").contains("also known as")
                .containsOnlyOnce("in " + clone);

        Files.writeString(clone.resolve(".git/config"), "");
        run(clone, "sync");
        Path moved = Files.move(clone, clone.resolveSibling("moved"));
        assertThat(run(moved, "sync")).isEqualTo(ExitCode.DONE);
        assertThat(list(moved)).containsOnlyOnce("also known as");
        taken();
        run(moved, "skills", "--format", "markdown");
        assertThat(taken()).containsOnlyOnce("Run the tests of shop");
    }

    @Test
    void anotherCloneInTheSamePlaceIsAnotherProject() throws IOException {
        Path clone = clone("shop", "https://old.example/ann/shop.git");
        run(clone, "sync");
        Files.move(clone, clone.resolveSibling("kept"));
        Path other = clone("shop", "https://old.example/ann/site.git");
        run(other, "sync");
        assertThat(list(other)).contains("ann/shop", "ann/site").doesNotContain("also known as");
    }

    @Test
    void twoProjectsAreMergedAndNamed() throws IOException {
        Path shop = clone("shop", "https://old.example/ann/shop.git");
        Path site = clone("site", "https://old.example/ann/site.git");
        run(shop, "sync");
        run(site, "sync");
        String from = id(list(site), "ann/site");
        String into = id(list(site), "ann/shop");
        assertThat(run(site, "project", "merge", from, into)).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(ExitCode.DONE);
        assertThat(taken()).contains("with 2 rules");
        assertThat(run(site, "project", "rename", from, "both")).isEqualTo(ExitCode.DONE);
        assertThat(list(site)).contains(into + "  both", "also known as " + from);
        run(site, "skills", "--format", "markdown");
        assertThat(taken()).contains("Run the tests of shop", "Run the tests of site");
        assertThat(run(site, "rebuild")).isEqualTo(ExitCode.DONE);
        assertThat(run(site, "project", "merge", "nobody", into)).isEqualTo(ExitCode.FAILED);
        assertThat(run(site, "project")).isEqualTo(ExitCode.USAGE);
    }

    private Path clone(String name, String remote) throws IOException {
        Path clone = Files.createDirectories(folder.resolve(name)).toRealPath();
        Files.createDirectories(clone.resolve(".git"));
        Files.writeString(clone.resolve(".git/HEAD"), "ref: refs/heads/main\n");
        Files.writeString(clone.resolve(".git/description"), "Unnamed\n");
        remote(clone, remote);
        Files.createDirectories(clone.resolve("buildlog"));
        Files.writeString(clone.resolve("buildlog/2026-03-01-" + name + ".md"),
                "# Work\n\n## Improvements\n\n### Workflow\n\n- Run the tests of " + name + " before each " + name + " commit\n");
        return clone;
    }

    private static void remote(Path clone, String remote) throws IOException {
        Files.writeString(clone.resolve(".git/config"), "[remote \"origin\"]\n\turl = " + remote + "\n");
    }

    private String list(Path where) {
        taken();
        run(where, "project", "list");
        return taken();
    }

    private static String id(String list, String remote) {
        return list.lines().filter(line -> line.contains(remote)).findFirst().orElseThrow().substring(0, 12);
    }

    private int run(Path where, String... arguments) {
        return new Main(where, Path.of("").toAbsolutePath(), environment, InputStream.nullInputStream(), out, err,
                new LocalClock()).run(arguments);
    }

    private String taken() {
        String text = out.toString(StandardCharsets.UTF_8);
        out.reset();
        return text;
    }
}
