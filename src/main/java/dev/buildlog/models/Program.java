package dev.buildlog.models;

import dev.buildlog.model.BuildlogException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Another program, run without a shell and for a bounded time.
 *
 * @param name as it stands on the {@code PATH}
 * @param directory in which it runs
 * @param environment variables of this process and changes to them; an empty value takes one away
 * @param patience how long it may take
 */
record Program(String name, Path directory, Map<String, String> environment, Duration patience) {

    private static final int MOST_BYTES = 32 << 20;

    /** @param out what it wrote, as UTF-8; at most 32 MiB */
    record Result(int code, String out, String err) {

        /** The first line of what it complained about. */
        String complaint() {
            return err.strip().lines().findFirst().orElse("it ended with code " + code);
        }
    }

    /**
     * Runs it to its end.
     *
     * @param input what it reads
     * @throws BuildlogException if it is not there or takes too long
     */
    Result run(String input, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(place()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        environment.forEach((key, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(key);
            } else {
                builder.environment().put(key, value);
            }
        });
        Process process = start(builder);
        try {
            CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
            CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            try (var in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // it did not want to hear more; what it says itself tells why
            }
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new BuildlogException(name + " has not ended after " + patience.toSeconds() + " seconds; try again later");
            }
            return new Result(process.exitValue(), out.join(), err.join());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BuildlogException(name + " was interrupted");
        } finally {
            process.destroyForcibly();
        }
    }

    /** Where the program lies: Java would look along the path that it was itself started with. */
    private String place() {
        String path = environment.getOrDefault("PATH", "");
        return path.isEmpty() ? name : Stream.of(path.split(File.pathSeparator)).filter(folder -> !folder.isEmpty())
                .map(folder -> directory.resolve(folder).resolve(name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .map(Path::toString).findFirst().orElseThrow(() -> new MissingProgramException(name, null));
    }

    private Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new MissingProgramException(name, e);
        }
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
