package dev.buildlog.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code buildlog dead-letters}: messages that could not be processed. */
@Command(name = "dead-letters", description = "Look at messages that could not be processed, and send them again.",
        subcommands = {DeadLettersList.class, DeadLettersShow.class, DeadLettersReplay.class})
final class DeadLetters implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list, show or replay.");
    }
}
