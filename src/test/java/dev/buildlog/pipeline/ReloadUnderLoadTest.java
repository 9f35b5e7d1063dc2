package dev.buildlog.pipeline;

import static dev.buildlog.pipeline.Running.eventually;
import static dev.buildlog.pipeline.Workshop.entry;
import static dev.buildlog.pipeline.Workshop.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadUnderLoadTest {

    /** Between two messages of one stream, in nanoseconds: the machine is to be busy with reloads, not behind with entries. */
    private static final long PACE = 60_000_000;

    private static final int RELOADS = "full".equals(System.getProperty("buildlog.faults")) ? 20 : 5;

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

    @Test
    void nothingIsLostOrRefusedWhileRoutesAreReloaded() throws Exception {
        AtomicBoolean on = new AtomicBoolean(true);
        AtomicInteger number = new AtomicInteger();
        List<String> accepted = Collections.synchronizedList(new ArrayList<>());
        List<String> failed = Collections.synchronizedList(new ArrayList<>());
        String entries = "/api/v1/projects/" + running.project(root) + "/entries";
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Future<?>> streams = new ArrayList<>();
        for (int thread = 0; thread < 2; thread++) {
            streams.add(threads.submit(() -> {
                while (on.get()) {
                    int n = number.incrementAndGet();
                    LockSupport.parkNanos(PACE);
                    var answer = running.post(entries, "{\"key\":\"s-" + n + "\",\"date\":\"2026-04-05\",\"text\":"
                            + "\"# Day " + n + "\\n\\n## Improvements\\n\\n- Number the streams of the reload test\\n\"}");
                    (answer.statusCode() == 201 ? accepted : failed).add("submitted/s-" + n + "{" + answer.statusCode() + answer.body());
                }
            }));
        }
        List<String> saved = new ArrayList<>();
        streams.add(threads.submit(() -> {
            for (int n = 0; on.get(); n++) {
                String path = "buildlog/2026-04-05-stream-" + n + ".md";
                write(root.resolve(path), entry("Number the streams of the reload test") + "\nFile " + n + "\n");
                saved.add(path);
                LockSupport.parkNanos(PACE);
            }
        }));
        try {
            for (int i = 0; i < RELOADS; i++) {
                write(ReloadTest.route(workshop, "extra"), ReloadTest.saying("extra", "extra", "round " + i));
                String round = "round " + i;
                eventually(() -> assertThat(running.get("/observe/extra").body()).isEqualTo(round));
            }
        } finally {
            on.set(false);
        }
        for (Future<?> stream : streams) {
            stream.get();
        }
        threads.shutdown();
        assertThat(failed).isEmpty();
        assertThat(accepted).hasSizeGreaterThan(RELOADS);
        List<String> expected = new ArrayList<>(saved);
        accepted.forEach(answer -> expected.add(answer.substring(0, answer.indexOf('{'))));
        // well before the sweep of every minute, which would find what was lost
        eventually(() -> {
            List<String> sources = new ArrayList<>();
            running.rules(root).forEach(rule -> rule.get("sources").forEach(source -> sources.add(source.asText())));
            assertThat(sources).containsAll(expected);
        });
        assertThat(running.core().deadLetters().all()).isEmpty();
    }
}
