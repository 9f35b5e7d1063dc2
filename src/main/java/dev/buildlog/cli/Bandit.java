package dev.buildlog.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code buildlog bandit}: what was learned of the rules. */
@Command(name = "bandit", description = "Look at what outcomes say of the rules.", subcommands = {
    BanditStatus.class, BanditHistory.class, BanditEvaluate.class, BanditProposals.class})
final class Bandit implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do: status, history, evaluate or proposals.");
    }
}
