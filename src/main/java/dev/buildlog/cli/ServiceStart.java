package dev.buildlog.cli;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.models.Keeper;
import dev.buildlog.pipeline.RunningService;
import dev.buildlog.setup.ServiceLaunch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog service start}. */
@Command(name = "start", description = {
    "Start the service in the background and wait until it listens: the installed one, else as a process of its own.",
    "Example: buildlog service start --repo ~/src/shop"})
final class ServiceStart extends Verb {

    /** The first start after an update makes a class-data archive, which takes longer. */
    private static final int PATIENCE_SECONDS = 60;
    private static final int TOLD_LINES = 5;

    @Option(names = "--repo", paramLabel = "DIR", description = "A repository to watch; again for each further one. Default: the"
            + " one around the working directory. Of no effect where the service is installed.")
    private List<Path> repositories = List.of();

    @Override
    int run(Workplace here) throws IOException {
        Optional<String> running = RunningService.on(here.home());
        if (running.isPresent()) {
            here.out().println("It runs already, at " + running.get());
            return ExitCode.DONE;
        }
        Optional<ProcessHandle> starting = RunningService.process(here.home());
        if (starting.isPresent()) {
            return await(here, starting.get()::isAlive);
        }
        // what a killed one left behind would look like a service that listens
        Files.deleteIfExists(here.home().resolve("service.url"));
        Optional<Keeper> keeper = Background.keeper(here).filter(one -> Files.exists(Background.unit(here, one)));
        if (keeper.isPresent()) {
            Optional<String> complaint = keeper.get() == Keeper.SYSTEMD
                    ? keeper.get().tell(here.environment(), List.of("start", ServiceLaunch.NAME))
                    : keeper.get().tell(here.environment(), List.of("load", "-w",
                            Background.unit(here, Keeper.LAUNCHD).toString()));
            complaint.ifPresent(said -> {
                throw new BuildlogException("it was not started: " + said);
            });
            return await(here, () -> true);
        }
        Files.createDirectories(here.home());
        Process process = Background.start(Background.launch(here, repositories));
        return await(here, process::isAlive);
    }

    /** Waits until it listens, and says where. */
    static int await(Workplace here, BooleanSupplier alive) throws IOException {
        Optional<String> url = Background.listening(here, alive, PATIENCE_SECONDS);
        if (url.isEmpty()) {
            Background.tail(Background.log(here), TOLD_LINES).forEach(line -> here.err().println(Printable.line(line)));
            throw new BuildlogException("the service does not listen" + (alive.getAsBoolean() ? " yet" : "") + ". "
                    + Background.log(here) + " says more.");
        }
        here.out().println("buildlog listens on " + url.get());
        return ExitCode.DONE;
    }
}
