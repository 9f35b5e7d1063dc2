package dev.buildlog.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.ChangedFile;
import dev.buildlog.model.Commit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits that git itself made. */
class CommitReaderTest {

    @TempDir
    Path root;

    private final GitRepositories repositories = new GitRepositories();

    @BeforeEach
    void repository() throws Exception {
        git("init", "-q", "-b", "topic");
        Files.writeString(root.resolve("a.txt"), "one\ntwo\nthree\n");
        Files.write(root.resolve("b.bin"), new byte[] {0, 1, 2});
        commit("first\n\nLesson: Überlegt beginnen");
    }

    @Test
    void aFirstCommitHasNothingBeforeIt() throws Exception {
        Commit commit = read();

        assertThat(commit.subject()).isEqualTo("first");
        assertThat(commit.message()).isEqualTo("first\n\nLesson: Überlegt beginnen");
        assertThat(commit.branch()).isEqualTo("topic");
        assertThat(commit.at()).isEqualTo(Instant.parse("2026-03-01T23:30:00Z"));
        assertThat(commit.date()).as("where it was made").isEqualTo(LocalDate.parse("2026-03-02"));
        assertThat(commit.files()).containsExactly(new ChangedFile("a.txt", 3, 0), new ChangedFile("b.bin", 0, 0));
        assertThat(commit.project()).isEqualTo(repositories.locate(root).project().id());
    }

    @Test
    void changesAreCountedAsGitCountsThem() throws Exception {
        Files.writeString(root.resolve("a.txt"), "one\n2\nthree\nfour\n");
        Files.delete(root.resolve("b.bin"));
        commit("second");

        Commit commit = read();

        assertThat(commit.files()).containsExactly(new ChangedFile("a.txt", 2, 1), new ChangedFile("b.bin", 0, 0));
        assertThat(git("show", "--format=", "--numstat", "HEAD")).startsWith("2\t1\ta.txt");
        assertThat(commit.added()).isEqualTo(2);
        assertThat(commit.removed()).isEqualTo(1);
    }

    @Test
    void aWorktreeIsReadFromItsRepository() throws Exception {
        Path tree = root.resolve("../" + root.getFileName() + "-tree").normalize();
        git("worktree", "add", "-q", "-b", "other", tree.toString());

        assertThat(repositories.commit(tree, hash()).subject()).isEqualTo("first");
    }

    @Test
    void whatIsNoCommitIsRefused() {
        assertThatThrownBy(() -> repositories.commit(root, "HEAD")).isInstanceOf(BuildlogException.class)
                .hasMessageContaining("no full hash");
        assertThatThrownBy(() -> repositories.commit(root, "0".repeat(39) + "1")).isInstanceOf(BuildlogException.class)
                .hasMessageContaining("cannot be read");
    }

    private Commit read() throws Exception {
        return repositories.commit(root, hash());
    }

    private String hash() throws Exception {
        return git("rev-parse", "HEAD").strip();
    }

    private void commit(String message) throws Exception {
        git("add", "-A");
        git("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false", "commit", "-q", "-m", message);
    }

    private String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("GIT_COMMITTER_DATE", "2026-03-02T00:30:00+0100");
        Process git = builder.start();
        String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(text).isZero();
        return text;
    }
}
