package dev.buildlog.cli;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.models.Keeper;
import dev.buildlog.pipeline.RunningService;
import dev.buildlog.setup.ServiceLaunch;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code buildlog service stop}. */
@Command(name = "stop", description = {
    "Stop the service of this home and wait until it has ended, with everything in hand done.",
    "Example: buildlog service stop"})
final class ServiceStop extends Verb {

    private static final int PATIENCE_SECONDS = 60;

    @Override
    int run(Workplace here) {
        if (RunningService.process(here.home()).isEmpty()) {
            here.out().println("No service runs on " + here.home() + ".");
            return ExitCode.DONE;
        }
        Optional<Keeper> keeper = Background.keeper(here).filter(one -> Files.exists(Background.unit(here, one)));
        // a keeper that did not start this one has nothing to stop, and says nothing
        keeper.ifPresent(one -> one.tell(here.environment(), one == Keeper.SYSTEMD ? List.of("stop", ServiceLaunch.NAME)
                : List.of("unload", Background.unit(here, one).toString())));
        RunningService.process(here.home()).ifPresent(ProcessHandle::destroy);
        if (!Background.gone(here, PATIENCE_SECONDS)) {
            throw new BuildlogException("it has not ended after " + PATIENCE_SECONDS + " seconds. `buildlog service logs` tells"
                    + " what it does.");
        }
        here.out().println("Stopped.");
        return ExitCode.DONE;
    }
}
