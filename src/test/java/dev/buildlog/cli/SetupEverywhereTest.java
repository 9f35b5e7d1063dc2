package dev.buildlog.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From {@code init} over {@code verify} and commits to {@code uninstall}, in every kind of repository that people have. */
class SetupEverywhereTest {

    private static final String THEIRS = "theirs";

    private enum Kind {
        FRESH,
        WORKTREE,
        EXISTING_HOOKS,
        FOLDER_OF_HOOKS,
        PRE_COMMIT_FRAMEWORK
    }

    @TempDir
    Path folder;

    private Path main;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void repository() throws IOException {
        main = Files.createDirectories(folder.toRealPath().resolve("shop"));
        environment.put("BUILDLOG_HOME", folder.resolve("home").toString());
        environment.put("BUILDLOG_EMBEDDINGS_BACKEND", "token");
        environment.put("PRE_COMMIT_HOME", folder.resolve("pre-commit").toString());
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.put("PATH", System.getenv("PATH"));
        run(main, "git", "init", "-q", "-b", "main");
        run(main, "git", "config", "user.name", "Ann");
        run(main, "git", "config", "user.email", "ann@example.org");
        Files.writeString(main.resolve("a.txt"), "one\n");
        Files.writeString(main.resolve(".pre-commit-config.yaml"), """
                # ours
                repos:
                  - repo: local
                    hooks:
                      - { id: theirs, name: theirs, language: system, entry: touch ../theirs, always_run: true, pass_filenames: false }
                """);
        run(main, "git", "add", "-A");
        run(main, "git", "commit", "-q", "-m", "first");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void initVerifyCommitUninstall(Kind kind) throws IOException {
        Path root = prepared(kind);
        Map<String, String> before = contents(hooks(root));

        assertThat(buildlog(root, "init", "--defaults")).isZero();
        assertThat(checks(root)).contains("branch_protection");

        assertThat(commit(root, "on a branch")).isZero();
        String hash = run(root, "git", "rev-parse", "HEAD").strip();
        assertThat(folder.resolve("home/inbox/git/" + hash + ".json")).exists();
        assertThat(Files.exists(folder.resolve(THEIRS))).as("the hook that was there has run").isEqualTo(kind.ordinal() > 1);
        assertThat(buildlog(root, "commit", "-q", "--allow-empty", "-m", "through buildlog")).isZero();
        run(root, "git", "switch", "-q", "-c", "master");
        assertThat(commit(root, "direct")).as("protected").isNotZero();
        run(root, "git", "switch", "-q", "topic");

        assertThat(buildlog(root, "uninstall")).isZero();
        assertThat(contents(hooks(root))).isEqualTo(before);
        assertThat(commit(root, "without")).isZero();
    }

    private Path prepared(Kind kind) throws IOException {
        if (kind == Kind.WORKTREE) {
            Path tree = main.resolveSibling("tree");
            run(main, "git", "worktree", "add", "-q", "-b", "topic", tree.toString());
            return tree;
        }
        run(main, "git", "switch", "-q", "-c", "topic");
        switch (kind) {
            case EXISTING_HOOKS -> hook(main.resolve(".git/hooks/pre-commit"));
            case FOLDER_OF_HOOKS -> {
                hook(main.resolve(".githooks/pre-commit"));
                run(main, "git", "config", "core.hooksPath", ".githooks");
            }
            case PRE_COMMIT_FRAMEWORK -> {
                assumeTrue(Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path,
                        "pre-commit"))), "needs the program pre-commit on the PATH");
                run(main, "pre-commit", "install");
            }
            default -> { }
        }
        return main;
    }

    private static void hook(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\ntouch ../theirs\nexit 0\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path hooks(Path root) throws IOException {
        return root.resolve(run(root, "git", "rev-parse", "--git-path", "hooks").strip());
    }

    /** Names of the checks that pass. */
    private List<String> checks(Path root) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Main(root, Path.of("").toAbsolutePath(), environment, InputStream.nullInputStream(), out,
                new ByteArrayOutputStream(), Clock.systemUTC()).run("verify", "--json");
        JsonNode passed = new ObjectMapper().readTree(out.toByteArray()).path("passed");
        return passed.findValuesAsText("name");
    }

    private int buildlog(Path root, String... arguments) {
        return new Main(root, Path.of("").toAbsolutePath(), environment, InputStream.nullInputStream(),
                new ByteArrayOutputStream(), new ByteArrayOutputStream(), Clock.systemUTC()).run(arguments);
    }

    private int commit(Path root, String message) throws IOException {
        return begun(root, "git", "commit", "-q", "--allow-empty", "-m", message).onExit().join().exitValue();
    }

    private String run(Path root, String... command) throws IOException {
        Process process = begun(root, command);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as(said).isZero();
        return said;
    }

    private Process begun(Path root, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Map<String, String> contents(Path directory) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(one -> Files.isRegularFile(one) && !one.toString().endsWith(".sample")).toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
