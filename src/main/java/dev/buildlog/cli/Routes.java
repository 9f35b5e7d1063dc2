package dev.buildlog.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code buildlog routes}: the pipeline as files. */
@Command(name = "routes", description = "Look at the routes and parts of the pipeline, check them, and make them your own.",
        subcommands = {RoutesList.class, RoutesValidate.class, RoutesEject.class})
final class Routes implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list, validate or eject.");
    }
}
