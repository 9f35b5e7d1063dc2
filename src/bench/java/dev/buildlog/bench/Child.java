package dev.buildlog.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Processes that this program starts; none outlives it. */
final class Child {

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();
    private static final long LIMIT_SECONDS = 300;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private Child() {}

    /** @param millis from before the start until the process had ended */
    record Finished(double millis, String output) {}

    static Process start(ProcessBuilder builder) {
        try {
            Process process = builder.start();
            RUNNING.add(process);
            process.onExit().thenAccept(RUNNING::remove);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs a process to its end.
     *
     * @throws IllegalStateException with its output if it fails
     */
    static Finished run(ProcessBuilder builder) throws IOException, InterruptedException {
        Path output = Files.createTempFile("buildlog-bench", ".out");
        try {
            builder.redirectErrorStream(true).redirectOutput(output.toFile());
            long begin = System.nanoTime();
            Process process = start(builder);
            boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            double millis = (System.nanoTime() - begin) / 1e6;
            if (!ended) {
                process.destroyForcibly();
                throw new IllegalStateException("a command took longer than " + LIMIT_SECONDS + " s");
            }
            String text = Files.readString(output);
            if (process.exitValue() != 0) {
                throw new IllegalStateException("a command ended with exit code " + process.exitValue() + ": "
                        + text.strip());
            }
            return new Finished(millis, text);
        } finally {
            Files.delete(output);
        }
    }
}
