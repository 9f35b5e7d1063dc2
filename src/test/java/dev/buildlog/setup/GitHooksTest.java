package dev.buildlog.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.buildlog.models.GitProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hooks in repositories that git itself made, run by git. */
class GitHooksTest {

    @TempDir
    Path folder;

    private Path home;
    private Path root;

    private record Ran(int code, String text) {}

    @BeforeEach
    void repository() throws IOException {
        home = folder.resolve("home");
        root = Files.createDirectories(folder.resolve("a \"shop\" \\ näher")).toRealPath();
        git(root, "init", "-q", "-b", "main");
        commit(root, "first");
    }

    @Test
    void commitsStayOffMainAndLeaveWordElsewhere() throws IOException {
        hooks(root).install();
        assertThat(hooks(root).check().status()).isEqualTo(Check.Status.PASS);

        assertThat(commit(root, "direct").text()).contains("main takes no direct commits");
        git(root, "switch", "-q", "-c", "topic");
        assertThat(commit(root, "on a branch").code()).isZero();

        String hash = git(root, "rev-parse", "HEAD").text().strip();
        JsonNode drop = new ObjectMapper().readTree(home.resolve("inbox/git/" + hash + ".json").toFile());
        assertThat(drop.get("root").asText()).isEqualTo(root.toString());
        assertThat(drop.get("commit").asText()).isEqualTo(hash);
        assertThat(hooks(root).install()).isEmpty();
    }

    @Test
    void whichBranchesAreProtectedIsAMatterOfConfiguration() throws IOException {
        hooks(root).install();
        git(root, "config", "buildlog.protectedBranches", "release live");
        assertThat(commit(root, "direct").code()).isZero();
        git(root, "switch", "-q", "-c", "live");
        assertThat(commit(root, "live").code()).isEqualTo(1);
        git(root, "config", "buildlog.protectedBranches", "");
        assertThat(commit(root, "live").code()).isZero();
        git(root, "checkout", "-q", "--detach");
        assertThat(commit(root, "detached").code()).isZero();
    }

    @Test
    void theFirstCommitOfARepositoryIsFree() throws IOException {
        Path fresh = Files.createDirectories(folder.resolve("fresh")).toRealPath();
        git(fresh, "init", "-q", "-b", "main");
        hooks(fresh).install();

        assertThat(commit(fresh, "first").code()).isZero();
        assertThat(commit(fresh, "second").code()).isEqualTo(1);
    }

    @Test
    void aCommitStandsWhateverHappensToItsDrop() throws IOException {
        hooks(root).install();
        git(root, "switch", "-q", "-c", "topic");
        Files.writeString(home, "in the way");

        assertThat(commit(root, "no home").code()).isZero();
    }

    @Test
    void worktreesShareTheHooks() throws IOException {
        Path tree = folder.resolve("tree");
        git(root, "worktree", "add", "-q", "-b", "topic", tree.toString());
        hooks(tree.toRealPath()).install();

        assertThat(commit(tree, "in the tree").code()).isZero();
        assertThat(commit(root, "direct").code()).isEqualTo(1);
        assertThat(drops()).hasSize(1);
    }

    @Test
    void hooksThatAreThereGoOnRunning() throws IOException {
        Map<String, String> before = new TreeMap<>();
        before.put("pre-commit", "#!/bin/sh\necho theirs >> \"$PWD/ran\"\nexit 0\n");
        before.put("post-commit", "#!/usr/bin/env python3\nopen('ran', 'a').write('python\\n')\n");
        write(root.resolve(".git/hooks"), before, true);

        hooks(root).install();
        git(root, "switch", "-q", "-c", "topic");
        commit(root, "both");

        assertThat(root.resolve("ran")).hasContent("theirs\npython\n");
        assertThat(drops()).hasSize(1);
        assertThat(hooks(root).check().status()).isEqualTo(Check.Status.PASS);
        hooks(root).remove();
        assertThat(contents(root.resolve(".git/hooks"))).isEqualTo(before);
    }

    @Test
    void aHookThatIsSwitchedOffStaysOff() throws IOException {
        Map<String, String> before = Map.of("pre-commit", "#!/bin/sh\nexit 1\n");
        write(root.resolve(".git/hooks"), before, false);
        hooks(root).install();
        git(root, "switch", "-q", "-c", "topic");

        assertThat(commit(root, "free").code()).isZero();
        hooks(root).remove();
        assertThat(contents(root.resolve(".git/hooks"))).isEqualTo(before);
        assertThat(Files.isExecutable(root.resolve(".git/hooks/pre-commit"))).isFalse();
    }

    @Test
    void aFolderOfHooksInTheRepositoryIsUsed() throws IOException {
        Map<String, String> before = Map.of("pre-commit", "#!/usr/bin/env bash\nexit 0\n");
        write(root.resolve(".githooks"), before, true);
        git(root, "config", "core.hooksPath", ".githooks");

        assertThat(hooks(root).install()).anySatisfy(line -> assertThat(line).contains(".githooks/pre-commit",
                "part of the repository"));

        assertThat(commit(root, "direct").code()).isEqualTo(1);
        hooks(root).remove();
        assertThat(contents(root.resolve(".githooks"))).isEqualTo(before);
    }

    private GitHooks hooks(Path checkout) {
        return new GitHooks(checkout, new GitProgram().hooks(checkout).orElseThrow());
    }

    private List<String> drops() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("inbox/git"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static void write(Path hooks, Map<String, String> files, boolean executable) throws IOException {
        Files.createDirectories(hooks);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = Files.writeString(hooks.resolve(file.getKey()), file.getValue());
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /** Every hook that is no sample. */
    private static Map<String, String> contents(Path hooks) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(hooks)) {
            for (Path file : files.filter(one -> !one.toString().endsWith(".sample")).toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }

    private Ran commit(Path checkout, String message) throws IOException {
        return git(checkout, "-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false",
                "commit", "-q", "--allow-empty", "-m", message);
    }

    private Ran git(Path checkout, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(checkout.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("BUILDLOG_HOME", home.toString());
        Process git = builder.start();
        String text = new String(git.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            assertThat(git.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return new Ran(git.exitValue(), text);
    }
}
