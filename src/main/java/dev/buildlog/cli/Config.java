package dev.buildlog.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code buildlog config}: reads and changes settings. */
@Command(name = "config", description = {
    "Read and change settings.",
    "Options win over the environment, the environment over .buildlog/config.yaml of the project, that over "
            + "config.yaml in the home, and that over the defaults."},
        subcommands = {ConfigGet.class, ConfigSet.class, ConfigList.class, ConfigValidate.class})
final class Config implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do: get, set, list or validate.");
    }
}
