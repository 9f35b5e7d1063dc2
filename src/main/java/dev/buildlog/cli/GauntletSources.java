package dev.buildlog.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code buildlog gauntlet sources}: what a persona's rules are drawn from. */
@Command(name = "sources", description = "Keep the list of a persona's sources, and their texts.",
        subcommands = {SourcesAdd.class, SourcesList.class, SourcesFetch.class})
final class GauntletSources implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do: add, list or fetch.");
    }
}
