package dev.buildlog.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code buildlog token}: who may call the service over HTTP. */
@Command(name = "token", description = "Make, list and revoke the tokens by which programs call the service over HTTP.",
        subcommands = {TokenCreate.class, TokenList.class, TokenRevoke.class})
final class Token implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do: create, list or revoke.");
    }
}
