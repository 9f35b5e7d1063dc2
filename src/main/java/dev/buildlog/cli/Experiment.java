package dev.buildlog.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code buildlog experiment}: sessions, mistakes, and what they prove. */
@Command(name = "experiment", description = "Tell of sessions and mistakes, and see whether the rules help.", subcommands = {
    ExperimentStart.class, ExperimentEnd.class, ExperimentLogMistake.class, ExperimentMetrics.class, ExperimentReport.class})
final class Experiment implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do: start, end, log-mistake, metrics or report.");
    }
}
