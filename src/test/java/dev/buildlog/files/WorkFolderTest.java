package dev.buildlog.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Consumers that come and go over one folder: a file is one's, and nobody stumbles over another one's folder. */
class WorkFolderTest {

    private static final int FILES = 300;

    @TempDir
    Path base;

    @Test
    void consumersThatComeAndGoTakeEachFileOnce() throws Exception {
        Path source = Files.createDirectory(base.resolve("source"));
        Path work = base.resolve("work");
        Path done = Files.createDirectory(base.resolve("done"));
        for (int i = 0; i < FILES; i++) {
            Files.writeString(source.resolve(i + ".json"), "{}");
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> consumers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                consumers.add(threads.submit(() -> consume(source, work, done)));
            }
            int taken = 0;
            for (Future<Integer> consumer : consumers) {
                taken += consumer.get();
            }
            assertThat(taken).isEqualTo(FILES);
        } finally {
            threads.shutdownNow();
        }
        WorkFolder.recover(source, work);
        assertThat(names(work)).isEmpty();
        assertThat(names(done)).hasSize(FILES);
    }

    /** Opens a folder for each file, as one would that is killed all the time. */
    private static int consume(Path source, Path work, Path done) throws IOException {
        int taken = 0;
        while (true) {
            List<String> waiting = names(source);
            if (waiting.isEmpty()) {
                return taken;
            }
            WorkFolder.recover(source, work);
            try (WorkFolder mine = WorkFolder.open(source, work)) {
                if (mine.claim(source.resolve(waiting.get(0))) != null) {
                    Files.move(mine.taken(waiting.get(0)), done.resolve(waiting.get(0)));
                    taken++;
                }
            }
        }
    }

    @Test
    void whatOneLeftGoesBack() throws IOException {
        Path source = Files.createDirectory(base.resolve("source"));
        Path work = base.resolve("work");
        Files.createDirectories(work.resolve("1-gone"));
        Files.createFile(work.resolve("1-gone/.lock"));
        Files.writeString(work.resolve("1-gone/a.json"), "{}");
        Files.createDirectories(work.resolve("2-never-begun"));
        WorkFolder.recover(source, work);
        assertThat(names(source)).containsExactly("a.json");
        assertThat(names(work)).isEmpty();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
