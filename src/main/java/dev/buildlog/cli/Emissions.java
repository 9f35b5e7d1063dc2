package dev.buildlog.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code buildlog emissions}: artifacts for and of other systems. */
@Command(name = "emissions", description = "Look at artifacts that wait, and take them in.",
        subcommands = {EmissionsConsume.class, EmissionsStatus.class})
final class Emissions implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do: consume or status.");
    }
}
