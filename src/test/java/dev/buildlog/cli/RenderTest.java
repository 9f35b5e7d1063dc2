package dev.buildlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderTest {

    @TempDir
    Path folder;

    private Path repository;
    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void journal() throws IOException {
        repository = Files.createDirectories(folder.resolve("shop"));
        Files.createDirectory(repository.resolve(".git"));
        write(".git/HEAD", "ref: refs/heads/main\n");
        Files.createDirectory(repository.resolve("buildlog"));
        environment.put("BUILDLOG_HOME", folder.resolve("home").toString());
        environment.put("BUILDLOG_EMISSIONS_ENABLED", "false");
        environment.put("BUILDLOG_PUBLISH_AUTO", "low");
        write("buildlog/2026-03-01-work.md", "# Work\n\n## Improvements\n\n### Workflow\n\n- Run tests before commit\n");
    }

    @Test
    void writesTheFilesOfTheSettingAndOfTheNamedTargets() throws IOException {
        assertThat(run("-D", "publish.targets=cursor, gemini", "render")).isEqualTo(ExitCode.DONE);
        assertThat(read(".cursor/rules/buildlog-rules.mdc")).contains("- Consider: Run tests before commit");
        assertThat(read("GEMINI.md")).contains("- Consider: Run tests before commit");
        assertThat(repository.resolve("AGENTS.md")).doesNotExist();

        assertThat(run("render", "--target", "agents_md", "--target", "continue_dev")).isEqualTo(ExitCode.DONE);
        assertThat(read("AGENTS.md")).contains("- Run tests before commit");
        assertThat(repository.resolve(".continue/rules/buildlog-rules.md")).exists();
    }

    @Test
    void checkFailsWhileAFileIsStaleAndWritesNothing() throws IOException {
        assertThat(run("render", "--check")).isEqualTo(ExitCode.FAILED);
        assertThat(taken(err)).contains("buildlog sync");
        assertThat(repository.resolve("AGENTS.md")).doesNotExist();

        run("render");
        assertThat(run("render", "--check")).isEqualTo(ExitCode.DONE);

        Files.delete(repository.resolve("CLAUDE.md"));
        taken(out);
        assertThat(run("render", "--check")).isEqualTo(ExitCode.FAILED);
        assertThat(taken(out)).isEqualTo("AGENTS.md: up to date\nCLAUDE.md: stale\n");
        assertThat(run("render", "--dry-run")).isEqualTo(ExitCode.DONE);
        assertThat(repository.resolve("CLAUDE.md")).doesNotExist();
    }

    @Test
    void aDiffShowsWhatWouldChange() throws IOException {
        run("render");
        write("AGENTS.md", read("AGENTS.md").replace("- Run tests", "- Run no tests"));
        taken(out);

        assertThat(run("render", "--diff", "--target", "agents_md")).isEqualTo(ExitCode.DONE);

        assertThat(taken(out)).isEqualTo("""
                --- a/AGENTS.md
                +++ b/AGENTS.md
                @@ -9,1 +9,1 @@
                -- Run no tests before commit
                +- Run tests before commit
                """);
    }

    @Test
    void anEditIsLeftAloneUntilForced() throws IOException {
        run("render");
        String edited = read("AGENTS.md").replace("- Run tests", "- Run no tests");
        write("AGENTS.md", edited);

        assertThat(run("render")).isEqualTo(ExitCode.FAILED);
        assertThat(taken(err)).contains("a copy is in .buildlog/conflicts/AGENTS.md.");
        assertThat(read("AGENTS.md")).isEqualTo(edited);

        assertThat(run("render", "--force")).isEqualTo(ExitCode.DONE);
        assertThat(read("AGENTS.md")).contains("- Run tests before commit").doesNotContain("no tests");
    }

    @Test
    void goesBackOneStateButNotOverWhatIsNew() throws IOException {
        write("AGENTS.md", "# Ours\n");
        run("sync");
        assertThat(read("AGENTS.md")).contains("- Run tests before commit");

        assertThat(run("render", "--revert")).isEqualTo(ExitCode.DONE);
        assertThat(read("AGENTS.md")).isEqualTo("# Ours\n");
        assertThat(repository.resolve("CLAUDE.md")).doesNotExist();
        taken(out);
        run("render", "--revert");
        assertThat(taken(out)).isEqualTo("AGENTS.md: nothing to go back to\nCLAUDE.md: nothing to go back to\n");

        run("render");
        write("AGENTS.md", read("AGENTS.md") + "New\n");
        assertThat(run("render", "--revert", "--target", "agents_md")).isEqualTo(ExitCode.FAILED);
        assertThat(taken(err)).contains("it has changed since it was rendered");
        assertThat(run("render", "--revert", "--force", "--target", "agents_md")).isEqualTo(ExitCode.DONE);
        assertThat(read("AGENTS.md")).isEqualTo("# Ours\n");
    }

    @Test
    void namesTheRulesThatHaveNoRoom() {
        assertThat(run("-D", "publish.max_tokens=5", "render", "--target", "gemini")).isEqualTo(ExitCode.DONE);
        assertThat(taken(err)).contains("GEMINI.md has no room for these, its limit being 5 tokens:", "Run tests before commit");
        assertThat(repository.resolve("GEMINI.md")).doesNotExist();
    }

    @Test
    void aCommittedPolicyIsEnoughToCheck() throws IOException {
        run("sync");
        assertThat(read(".buildlog/policy.yaml")).contains("policy: pol-", "selection: sel-", "  category: workflow",
                "  level: low", "  text: Run tests before commit");
        environment.put("BUILDLOG_HOME", folder.resolve("elsewhere").toString());
        assertThat(run("render", "--check")).isEqualTo(ExitCode.DONE);
        assertThat(folder.resolve("elsewhere/buildlog.db")).doesNotExist();

        write("AGENTS.md", read("AGENTS.md").replace("- Run tests", "- Run no tests"));
        taken(out);
        assertThat(run("render", "--check")).isEqualTo(ExitCode.FAILED);
        assertThat(taken(out)).startsWith("AGENTS.md: stale");

        write(".buildlog/policy.yaml", "rules: [\n");
        assertThat(run("render", "--check")).isEqualTo(ExitCode.BAD_CONFIGURATION);
        assertThat(taken(err)).contains("policy.yaml:2", "restore it from git");
    }

    @Test
    void aPolicyFileThatIsNotUpToDateIsStale() throws IOException {
        run("sync");
        write(".buildlog/policy.yaml", "");
        taken(out);
        assertThat(run("render", "--check")).isEqualTo(ExitCode.FAILED);
        assertThat(taken(out)).contains(".buildlog/policy.yaml: stale");
        assertThat(run("-D", "publish.policy_file=false", "render", "--check")).isEqualTo(ExitCode.DONE);
        run("render");
        assertThat(run("render", "--check")).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aDrawIsMadeOnRequestOnly() throws IOException {
        run("sync");
        String first = read(".buildlog/policy.yaml");
        run("render");
        assertThat(read(".buildlog/policy.yaml")).isEqualTo(first);
        assertThat(run("render", "--draw")).isEqualTo(ExitCode.DONE);
        assertThat(read(".buildlog/policy.yaml")).isNotEqualTo(first).contains("Run tests before commit");
        assertThat(run("render", "--check")).isEqualTo(ExitCode.DONE);
        assertThat(run("render", "--draw", "--check")).isEqualTo(ExitCode.FAILED);
        taken(out);
        assertThat(run("bandit", "status")).isEqualTo(ExitCode.DONE);
        assertThat(taken(out)).contains("1 of 1 rules are shown, k 10", "chosen");
        assertThat(run("bandit", "status", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(taken(out)).contains("\"fate\" : \"chosen\"").contains("\"propensity\" : 1.0");
    }

    @Test
    void knowsNoOtherTargets() {
        assertThat(run("render", "--target", "curser")).isEqualTo(ExitCode.USAGE);
        assertThat(taken(err)).contains("unknown target 'curser'; did you mean 'cursor'?");
        assertThat(run("render", "--revert", "--target", "curser")).isEqualTo(ExitCode.USAGE);
        taken(out);
        run("bandit", "status");
        String before = taken(out);
        assertThat(run("render", "--draw", "--target", "curser")).isEqualTo(ExitCode.USAGE);
        assertThat(run("bandit", "status")).isEqualTo(ExitCode.DONE);
        assertThat(taken(out)).as("nothing was drawn").isEqualTo(before);
    }

    private int run(String... arguments) {
        return new Main(repository, Path.of("").toAbsolutePath(), environment, InputStream.nullInputStream(), out, err,
                Clock.systemUTC()).run(arguments);
    }

    private String read(String path) throws IOException {
        return Files.readString(repository.resolve(path));
    }

    private void write(String path, String text) throws IOException {
        Files.writeString(repository.resolve(path), text);
    }

    private static String taken(ByteArrayOutputStream stream) {
        String text = stream.toString(StandardCharsets.UTF_8);
        stream.reset();
        return text;
    }
}
