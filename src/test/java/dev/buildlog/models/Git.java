package dev.buildlog.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The git program, for making real repositories; tests that need it are skipped where it is absent. */
final class Git {

    private Git() {}

    /** A new repository on branch main. */
    static Path init(Path root) {
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(root, "init", "-q");
        run(root, "symbolic-ref", "HEAD", "refs/heads/main");
        return root;
    }

    /** An empty commit; gives the root back. */
    static Path commit(Path root) {
        run(root, "-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false",
                "commit", "-q", "--no-verify", "--allow-empty", "-m", "x");
        return root;
    }

    static void run(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor()).as("%s: %s", command, output).isZero();
        } catch (IOException e) {
            abort("the git program is not there: " + e.getMessage());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
