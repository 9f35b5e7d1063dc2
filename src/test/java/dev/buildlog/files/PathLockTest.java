package dev.buildlog.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathLockTest {

    private static final int THREADS = 4;
    private static final int TURNS = 100;

    @TempDir
    Path folder;

    @Test
    void keepsThreadsAndProcessesApart() throws Exception {
        Path counter = Files.writeString(folder.resolve("counter"), "0");
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            processes.add(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                    System.getProperty("java.class.path"), PathLockTest.class.getName(), counter.toString())
                    .inheritIO().start());
        }

        for (Process process : processes) {
            assertThat(process.waitFor()).isZero();
        }
        assertThat(counter).hasContent(String.valueOf(2 * THREADS * TURNS));
    }

    /** One of the processes: counts up in the file, which loses turns wherever two read the same number. */
    public static void main(String[] args) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            threads.add(new Thread(() -> count(Path.of(args[0]))));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void count(Path counter) {
        for (int i = 0; i < TURNS; i++) {
            try (PathLock lock = PathLock.acquire(counter)) {
                Files.writeString(counter, String.valueOf(1 + Integer.parseInt(Files.readString(counter))));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
