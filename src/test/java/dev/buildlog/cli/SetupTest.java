package dev.buildlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What init puts into a real repository, verify looks at, and uninstall takes out. */
class SetupTest {

    @TempDir
    Path folder;

    private Path root;
    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void repository() throws IOException {
        root = Files.createDirectories(folder.resolve("shop"));
        environment.put("BUILDLOG_HOME", folder.resolve("home").toString());
        environment.put("BUILDLOG_EMBEDDINGS_BACKEND", "token");
        git("init", "-q", "-b", "topic");
        git("config", "user.name", "Ann");
        git("config", "user.email", "ann@example.org");
        git("config", "commit.gpgsign", "false");
        Files.writeString(root.resolve("CLAUDE.md"), "# Ours\r\n\r\nKeep it simple");
        Files.writeString(root.resolve(".gitignore"), "target/\n");
        git("add", "-A");
        git("commit", "-q", "-m", "first");
    }

    @Test
    void uninstallTakesOutExactlyWhatInitPutIn() throws IOException {
        assertThat(run("init", "--defaults")).isZero();
        assertThat(git("status", "--porcelain")).contains("AGENTS.md", "CLAUDE.md", ".gitignore", "buildlog/");

        assertThat(run("uninstall")).isZero();

        assertThat(git("status", "--porcelain")).isEmpty();
        assertThat(root.resolve(".git/hooks/pre-commit")).doesNotExist();
        assertThat(root.resolve("buildlog")).doesNotExist();
        out();
        assertThat(run("uninstall")).isZero();
        assertThat(out()).contains("nothing here");
    }

    @Test
    void entriesAndChangedFilesSurviveAnUninstall() throws IOException {
        run("init", "--defaults");
        Files.writeString(root.resolve("buildlog/2026-01-02-a.md"), "# A\n");
        Files.writeString(root.resolve("buildlog/_TEMPLATE.md"), "# ours\n");
        Files.writeString(root.resolve(".buildlog/config.yaml"), "publish:\n  auto: low\n");

        run("uninstall");

        assertThat(root.resolve("buildlog/2026-01-02-a.md")).exists();
        assertThat(root.resolve("buildlog/_TEMPLATE.md")).hasContent("# ours");
        assertThat(root.resolve("buildlog/_TEMPLATE_QUICK.md")).doesNotExist();
        assertThat(root.resolve(".buildlog/config.yaml")).exists();
    }

    @Test
    void verifyTellsWhatIsMissingAndMendsIt() throws IOException {
        assertThat(run("verify", "--json")).isEqualTo(ExitCode.FAILED);
        assertThat(new ObjectMapper().readTree(out()).at("/failed/0/name").asText()).isEqualTo("buildlog_dir");

        assertThat(run("verify", "--fix")).isZero();
        assertThat(out()).contains("[PASS] buildlog_dir", "[PASS] workflow_section", "[PASS] branch_protection",
                "0 failed");
        Files.delete(root.resolve(".git/hooks/post-commit"));
        assertThat(run("verify")).isZero();
        assertThat(out()).contains("[WARN] branch_protection").contains("post-commit");
    }

    @Test
    void aSectionThatAPersonHasEditedIsLeftAlone() throws IOException {
        run("init", "--defaults");
        Path agents = root.resolve("AGENTS.md");
        String edited = Files.readString(agents).replace("Begin", "Start");
        Files.writeString(agents, edited);

        assertThat(run("init", "--defaults")).isZero();

        assertThat(agents).hasContent(edited);
        run("verify");
        assertThat(out()).contains("in words of your own in AGENTS.md");
    }

    @Test
    void aLinkBetweenTheFilesIsNotFilledTwice() throws IOException {
        Files.delete(root.resolve("CLAUDE.md"));
        Files.createSymbolicLink(root.resolve("CLAUDE.md"), Path.of("AGENTS.md"));
        Files.writeString(root.resolve("AGENTS.md"), "# Ours\n");

        run("init", "--defaults");

        assertThat(Files.readString(root.resolve("AGENTS.md"))).containsOnlyOnce("buildlog:workflow:start");
        assertThat(root.resolve("CLAUDE.md")).isSymbolicLink();
    }

    @Test
    void aLinkOutOfTheRepositoryIsNotFollowed() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere.md"), "not ours\n");
        Files.createSymbolicLink(root.resolve("AGENTS.md"), elsewhere);

        assertThat(run("init", "--defaults")).isEqualTo(ExitCode.FAILED);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("AGENTS.md", "leaves the repository");
        assertThat(elsewhere).hasContent("not ours");
        assertThat(run("init", "--defaults", "--no-claude-md")).isZero();
    }

    @Test
    void aCommitIsNotedInTheEntryOfTheDay() throws IOException {
        run("init", "--defaults", "--no-hooks");
        Files.writeString(root.resolve("a.txt"), "one\n");
        git("add", "-A");

        assertThat(run("commit", "-q", "-m", "Count the shelves\n\nLesson: Count shelves from the left", "--slug", "Shelf work"))
                .isZero();

        String day = git("log", "-1", "--format=%cd", "--date=short");
        assertThat(out()).contains("buildlog: updated buildlog/" + day + "-shelf-work.md");
        assertThat(Files.readString(root.resolve("buildlog/" + day + "-shelf-work.md"))).contains("# " + day, "## Commits",
                "— Count the shelves", "- `a.txt`");
        assertThat(run("commit", "-q", "-m", "nothing")).as("git's own code").isEqualTo(1);
    }

    @Test
    void aCommitThatAHookLeftWordOfTeachesItsLesson() throws IOException {
        run("init", "--defaults");
        Files.writeString(root.resolve("a.txt"), "one\n");
        git("add", "-A");
        git("commit", "-q", "-m", "Count\n\nLesson: Count shelves from the left before moving them");

        assertThat(run("sync")).isZero();

        out();
        run("skills", "--format", "json");
        assertThat(out()).contains("Count shelves from the left before moving them", "commits/" + git("rev-parse", "HEAD"));
        assertThat(folder.resolve("home/inbox/git/.done")).isNotEmptyDirectory();
    }

    @Test
    void updateKeepsTemplatesOfOnesOwn() throws IOException {
        run("init", "--defaults");
        Path template = Files.writeString(root.resolve("buildlog/_TEMPLATE.md"), "# ours\n");

        assertThat(run("update")).isZero();
        assertThat(template).hasContent("# ours");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("_TEMPLATE.md is your own");

        assertThat(run("update", "--force")).isZero();
        assertThat(Files.readString(template)).startsWith("# Build Journal");
        assertThat(root.resolve("buildlog/_TEMPLATE.md.before-update")).hasContent("# ours");
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        return new Main(root, Path.of("").toAbsolutePath(), environment, InputStream.nullInputStream(), out, err,
                Clock.systemDefaultZone()).run(all.toArray(String[]::new));
    }

    /** What was printed since the last call. */
    private String out() {
        String text = out.toString(StandardCharsets.UTF_8);
        out.reset();
        return text;
    }

    private String git(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("BUILDLOG_HOME", folder.resolve("home").toString());
        Process git = builder.start();
        String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertThat(git.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        assertThat(git.exitValue()).as(text).isZero();
        return text.strip();
    }
}
