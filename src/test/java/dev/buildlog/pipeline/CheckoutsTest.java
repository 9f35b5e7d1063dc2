package dev.buildlog.pipeline;

import static dev.buildlog.pipeline.Running.eventually;
import static dev.buildlog.pipeline.Workshop.entry;
import static dev.buildlog.pipeline.Workshop.read;
import static dev.buildlog.pipeline.Workshop.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Branches, worktrees, and files that change while nobody watches. */
class CheckoutsTest {

    private static final String MAIN = "Keep the changelog in the pull request";
    private static final String BRANCH = "Benchmark with a warm cache";
    private static final String TREE = "Vendor the schema of each partner";

    @TempDir
    Path folder;

    private static void git(Path root, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=Ann", "-c", "user.email=ann@example.org",
                "-c", "commit.gpgsign=false", "-c", "core.hooksPath=/dev/null"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
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

    private static Path day(Path root, int day) {
        return root.resolve("buildlog/2026-03-%02d-work.md".formatted(day));
    }

    private static void commit(Path root) {
        git(root, "add", "buildlog");
        git(root, "commit", "-q", "-m", "x");
    }

    @Test
    void neitherABranchSwitchNorASecondWorktreeTakesAnythingBackADeletionDoes() throws IOException {
        Workshop workshop = new Workshop(folder);
        Path root = workshop.repository("shop");
        git(root, "init", "-q");
        git(root, "symbolic-ref", "HEAD", "refs/heads/main");
        write(day(root, 1), entry(MAIN));
        commit(root);
        Path tree = workshop.folder("tree");
        git(root, "worktree", "add", "-q", "-b", "tree", tree.toString());
        try (Running running = workshop.serve(root, tree.toRealPath())) {
            eventually(() -> assertThat(running.rules(root).toString()).contains(MAIN));
            git(root, "checkout", "-q", "-b", "feature");
            write(day(root, 2), entry(BRANCH));
            eventually(() -> assertThat(running.rules(root).toString()).contains(MAIN, BRANCH));
            commit(root);

            git(root, "checkout", "-q", "main");
            write(day(tree, 3), entry(TREE));
            eventually(() -> assertThat(running.rules(root).toString()).contains(TREE));
            assertThat(running.rules(root).toString()).contains(MAIN, BRANCH);
            assertThat(running.rules(root)).allSatisfy(rule -> assertThat(rule.get("frequency").asInt()).isEqualTo(1));
            eventually(() -> assertThat(read(root.resolve("AGENTS.md"))).contains(TREE));
            eventually(() -> assertThat(read(tree.resolve("AGENTS.md"))).contains(BRANCH));

            git(root, "checkout", "-q", "feature");
            Files.delete(day(root, 2));
            eventually(() -> assertThat(running.rules(root).toString()).contains(MAIN, TREE).doesNotContain(BRANCH));
        }
    }

    @Test
    void whatChangedWhileTheServiceWasDownIsCaughtUpWith() throws IOException {
        Workshop workshop = new Workshop(folder);
        Path root = workshop.repository("shop");
        write(day(root, 1), entry(MAIN));
        write(day(root, 2), entry(BRANCH));
        String submitted = "Ask for the invoice number twice";
        try (Running running = workshop.serve(root)) {
            assertThat(running.post("/api/v1/projects/" + running.project(root) + "/entries",
                    "{\"key\": \"ci\", \"text\": \"# Day\\n\\n## Improvements\\n\\n- " + submitted + "\\n\"}").statusCode())
                    .isEqualTo(201);
            eventually(() -> assertThat(running.rules(root)).hasSize(3));
        }
        Files.delete(day(root, 1));
        write(day(root, 2), entry(TREE));
        try (Running running = workshop.serve(root)) {
            eventually(() -> assertThat(running.rules(root).toString()).contains(TREE, submitted).doesNotContain(MAIN, BRANCH));
            eventually(() -> assertThat(read(root.resolve("AGENTS.md"))).contains(TREE, submitted).doesNotContain(MAIN, BRANCH));
        }
    }
}
