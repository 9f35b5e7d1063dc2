package dev.buildlog.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A person's machine as far as buildlog sees it: the distribution, a home, a temporary folder and an environment, all below one
 * folder. Closing it ends every process that was started here.
 */
final class Machine implements AutoCloseable {

    /** The unpacked distribution. */
    static final Path DISTRIBUTION = Path.of(System.getProperty("buildlog.dist")).toAbsolutePath();

    /** Class-data archives, one folder for all tests: the first start of each kind pays for the archive, the others use it. */
    static final Path CACHE = DISTRIBUTION.getParent().resolveSibling("it-cache");

    private final Path folder;
    private final Path launcher;
    private final Map<String, String> environment = new HashMap<>();
    private final List<Process> started;

    private Machine(Path folder, Path launcher, Map<String, String> environment, List<Process> started) {
        this.folder = folder;
        this.launcher = launcher;
        this.environment.putAll(environment);
        this.started = started;
    }

    static Machine in(Path folder) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "PATH", System.getenv("PATH"),
                "LANG", "C.UTF-8",
                "HOME", made(folder.resolve("person")).toString(),
                "TMPDIR", made(folder.resolve("tmp")).toString(),
                "BUILDLOG_HOME", folder.resolve("home").toString(),
                "BUILDLOG_CACHE", CACHE.toString(),
                "BUILDLOG_PUBLISH_MAX_TOKENS", "0",
                // deciding is for the tests that are about it
                "BUILDLOG_PUBLISH_AUTO", "low",
                // the sentence model is for the tests that are about it
                "BUILDLOG_EMBEDDINGS_BACKEND", "token",
                "BUILDLOG_JAVA_OPTS", "-Djava.io.tmpdir=" + made(folder.resolve("tmp"))));
        // what is learned is looked at, not what is drawn of it
        environment.put("BUILDLOG_PUBLISH_K", "100000");
        environment.put("BUILDLOG_PUBLISH_HOLD_OUT", "0");
        if (System.getenv("JAVA_HOME") != null) {
            environment.put("JAVA_HOME", System.getenv("JAVA_HOME"));
        }
        return new Machine(folder, DISTRIBUTION.resolve("bin/buildlog"), environment, new ArrayList<>());
    }

    /** The same machine with one variable set otherwise; unset for an empty value. Ends with the one it came from. */
    Machine with(String variable, String value) {
        Machine other = new Machine(folder, launcher, environment, started);
        other.environment.put(variable, value);
        other.environment.values().removeIf(String::isEmpty);
        return other;
    }

    /** The same machine with another home. */
    Machine home(Path home) {
        return with("BUILDLOG_HOME", home.toString());
    }

    /** The same machine with the distribution unpacked elsewhere. */
    Machine distribution(Path unpacked) {
        return new Machine(folder, unpacked.resolve("bin/buildlog"), environment, started);
    }

    Path home() {
        return Path.of(environment.get("BUILDLOG_HOME"));
    }

    Path folder() {
        return folder;
    }

    /** Runs a command in {@code directory} to its end. */
    Run run(Path directory, String... arguments) {
        return finish(begin(directory, arguments));
    }

    /** Runs a command that must succeed and returns what it printed. */
    String result(Path directory, String... arguments) {
        Run run = run(directory, arguments);
        if (run.code() != 0) {
            throw new AssertionError(List.of(arguments) + " ended with " + run);
        }
        return run.out();
    }

    /** Starts a command. */
    Started begin(Path directory, String... arguments) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        return begin(directory, command);
    }

    /** Starts any program in the environment of this machine. */
    Started begin(Path directory, List<String> command) {
        try {
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            Started process = new Started(builder.start(), out, err, home());
            started.add(process.process());
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a command that is talked to; its stderr is this process's. */
    Process piped(Path directory, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    /** Starts a service on any free port and waits until it listens. */
    ServiceProcess serve(Path directory, String... arguments) {
        return ServiceProcess.listening(starting(directory, arguments));
    }

    /** Starts a service on any free port without waiting. */
    Started starting(Path directory, String... arguments) {
        List<String> all = new ArrayList<>(List.of("serve", "--port", "0"));
        all.addAll(List.of(arguments));
        return begin(directory, all.toArray(String[]::new));
    }

    static Run finish(Started started) {
        try {
            if (!started.process().waitFor(3, TimeUnit.MINUTES)) {
                throw new AssertionError("still running: " + started.process().info() + "\n" + started.errText());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return new Run(started.process().exitValue(), started.outText(), started.errText());
    }

    @Override
    public void close() {
        started.forEach(Process::destroyForcibly);
        started.forEach(process -> process.onExit().join());
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
