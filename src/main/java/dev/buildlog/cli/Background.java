package dev.buildlog.cli;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.models.Keeper;
import dev.buildlog.pipeline.RunningService;
import dev.buildlog.setup.LaunchdPlist;
import dev.buildlog.setup.ServiceLaunch;
import dev.buildlog.setup.SystemdUnit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The service in the background, as the commands of {@code buildlog service} meet it. */
final class Background {

    private static final Set<String> PASSED_ON = Set.of("PATH", "JAVA_HOME", "LANG", "LC_ALL", "TZ");
    private static final long LOOK_NANOS = 50_000_000;

    private Background() {}

    /** File that takes what the service writes to its outputs. */
    static Path log(Workplace here) {
        return here.home().resolve("logs").resolve("service.log");
    }

    static Optional<Keeper> keeper(Workplace here) {
        return Keeper.of(System.getProperty("os.name", ""), here.environment());
    }

    /** The file by which a keeper knows the service. */
    static Path unit(Workplace here, Keeper keeper) {
        Path user = Path.of(here.environment().getOrDefault("HOME", System.getProperty("user.home")));
        String config = here.environment().getOrDefault("XDG_CONFIG_HOME", "");
        return keeper == Keeper.LAUNCHD ? LaunchdPlist.file(user)
                : SystemdUnit.file(config.isEmpty() ? user.resolve(".config") : Path.of(config));
    }

    /**
     * How the service of this home is started.
     *
     * @param repositories what it watches; none for the one around the working directory
     * @throws BuildlogException if one of them is not there, or the launcher is not
     */
    static ServiceLaunch launch(Workplace here, List<Path> repositories) {
        List<String> command = new ArrayList<>(List.of(launcher(here).toString(), "serve"));
        for (Path repository : repositories.isEmpty() ? List.of(here.root()) : repositories) {
            Path root = here.directory().resolve(repository).normalize();
            if (!Files.isDirectory(root)) {
                throw new BuildlogException(root + " is not a folder. Name a repository that is there.");
            }
            command.addAll(List.of("--repo", root.toString()));
        }
        here.options().forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        Map<String, String> environment = new TreeMap<>();
        environment.put("BUILDLOG_HOME", here.home().toString());
        // secrets of others, such as keys of models, are for key files: not for a unit
        here.environment().forEach((name, value) -> {
            if (PASSED_ON.contains(name) || name.startsWith("BUILDLOG_") && !name.equals("BUILDLOG_HOME")) {
                environment.put(name, value);
            }
        });
        return new ServiceLaunch(command, environment, here.home(), log(here));
    }

    private static Path launcher(Workplace here) {
        return Stream.of("bin/buildlog", "buildlog").map(here.install()::resolve)
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file)).findFirst()
                .orElseThrow(() -> new BuildlogException("there is no program 'buildlog' in " + here.install() + ": unpack the"
                        + " distribution again"));
    }

    /** Starts it as a process of its own, which outlives this one and its terminal. */
    static Process start(ServiceLaunch launch) throws IOException {
        Files.createDirectories(launch.log().getParent());
        List<String> command = new ArrayList<>(List.of("nohup"));
        command.addAll(launch.command());
        ProcessBuilder builder = new ProcessBuilder(command).directory(launch.directory().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
        builder.environment().putAll(launch.environment());
        return builder.start();
    }

    /** Where it listens once it does; empty if it ended instead, or takes longer than {@code seconds}. */
    static Optional<String> listening(Workplace here, BooleanSupplier alive, int seconds) {
        return awaited(() -> RunningService.on(here.home()), alive, seconds);
    }

    /** Waits until no service runs on the home; false if one still does after {@code seconds}. */
    static boolean gone(Workplace here, int seconds) {
        return awaited(() -> RunningService.process(here.home()).isPresent() ? Optional.empty() : Optional.of(""),
                () -> true, seconds).isPresent();
    }

    /** Looks again and again: another process tells nobody when it is ready. */
    private static Optional<String> awaited(Supplier<Optional<String>> look, BooleanSupplier alive,
            int seconds) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        Optional<String> seen = look.get();
        while (seen.isEmpty() && alive.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_NANOS);
            seen = look.get();
        }
        return seen;
    }

    /** The last {@code most} lines of a file; none if it is not there. */
    static List<String> tail(Path file, int most) throws IOException {
        if (Files.notExists(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            ArrayDeque<String> last = new ArrayDeque<>();
            lines.forEach(line -> {
                last.addLast(line);
                if (last.size() > most) {
                    last.removeFirst();
                }
            });
            return last.stream().map(line -> new String(line.getBytes(StandardCharsets.ISO_8859_1),
                    StandardCharsets.UTF_8)).toList();
        }
    }
}
