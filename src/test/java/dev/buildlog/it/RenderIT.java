package dev.buildlog.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.buildlog.model.Policy;
import dev.buildlog.model.PublishRequest;
import dev.buildlog.render.FileTarget;
import dev.buildlog.render.Targets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that render into the same files, left alone and killed: each file is at every moment what one of them wrote. */
class RenderIT {

    private static final Path TARGETS = Path.of("components/targets").toAbsolutePath();
    private static final boolean IN_FULL = "full".equals(System.getProperty("buildlog.faults"));
    private static final int SECONDS = IN_FULL ? 60 : 5;
    private static final int KILLS = IN_FULL ? 100 : 10;
    private static final String OWN = "# Ours\r\n\r\nKept as it is.\r\n";
    private static final String SETTINGS = "{ \"permissions\": {\"allow\": [ \"Bash(ls)\" ]} }\n";

    @TempDir
    Path folder;

    private Path root;
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void checkout() throws IOException {
        root = Files.createDirectories(folder.resolve("shop"));
        Files.writeString(root.resolve("AGENTS.md"), OWN);
        Files.createDirectory(root.resolve(".claude"));
        Files.writeString(root.resolve(".claude/settings.json"), SETTINGS);
    }

    @AfterEach
    void endAll() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void eightProcessesAtOnce() throws Exception {
        for (int i = 0; i < 8; i++) {
            start("p" + i, SECONDS, "process" + i);
        }
        while (started.stream().anyMatch(Process::isAlive)) {
            assertWhole();
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
        for (int i = 0; i < 8; i++) {
            assertThat(started.get(i).exitValue()).as(Files.readString(folder.resolve("process" + i))).isZero();
        }
        assertGivenBack();
    }

    @Test
    void killedAtAnyMoment() throws Exception {
        Random random = new Random(20260301);
        for (int i = 0; i < KILLS; i++) {
            Process process = start("k" + i, 60, "process");
            await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(5)).until(() ->
                    !process.isAlive() || Files.readString(folder.resolve("process")).contains("rendered cursor"));
            LockSupport.parkNanos(random.nextInt(60_000_000));
            assertThat(process.isAlive()).as(Files.readString(folder.resolve("process"))).isTrue();
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            assertWhole();
        }
        assertGivenBack();
    }

    private Process start(String name, int seconds, String log) throws IOException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx64m", "-cp", System.getProperty("java.class.path"),
                RenderLoop.class.getName(), root.toString(), TARGETS.toString(), name, String.valueOf(seconds))
                .redirectErrorStream(true).redirectOutput(folder.resolve(log).toFile()).start();
        started.add(process);
        return process;
    }

    /** Every file is complete: its owner's text as it was, and buildlog's part as its own hash says. */
    private void assertWhole() throws IOException {
        Targets targets = Targets.load(TARGETS);
        for (String id : RenderLoop.TARGETS) {
            FileTarget.Look look = new FileTarget(root, targets.get(id)).look(nothing());
            assertThat(look.rendering().change().edited()).as(id + ": " + new String(look.existing())).isFalse();
        }
        assertThat(read("AGENTS.md")).startsWith(OWN);
        assertThat(read(".claude/settings.json")).startsWith(SETTINGS.stripTrailing().replaceFirst(" }$", ""));
    }

    private void assertGivenBack() throws IOException {
        Targets targets = Targets.load(TARGETS);
        RenderLoop.TARGETS.forEach(id -> new FileTarget(root, targets.get(id)).render(nothing(), false));
        assertThat(read("AGENTS.md")).isEqualTo(OWN);
        assertThat(read(".claude/settings.json")).isEqualTo(SETTINGS);
        assertThat(read(".cursor/rules/buildlog-rules.mdc")).isEmpty();
        for (String place : List.of(".", ".claude", ".cursor/rules")) {
            try (var files = Files.list(root.resolve(place))) {
                assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".tmp"));
            }
        }
        assertThat(root.resolve(".buildlog")).as("nothing was taken for an edit").doesNotExist();
    }

    private Policy nothing() {
        return new Policy("pol-0", new PublishRequest("p", root.toString()), Instant.EPOCH, List.of(), List.of());
    }

    private String read(String path) throws IOException {
        try {
            return Files.readString(root.resolve(path));
        } catch (NoSuchFileException e) {
            return "";
        }
    }
}
