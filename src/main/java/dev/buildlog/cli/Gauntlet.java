package dev.buildlog.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code buildlog gauntlet}: personas and their rules. */
@Command(name = "gauntlet", description = "Make rules for reviewer personas out of authoritative sources.",
        subcommands = {GauntletGenerate.class, GauntletSources.class})
final class Gauntlet implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do: generate or sources.");
    }
}
