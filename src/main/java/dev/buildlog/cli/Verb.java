package dev.buildlog.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that acts at a workplace. */
abstract class Verb implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public final Integer call() throws Exception {
        return run(Buildlog.of(spec).workplace());
    }

    /** The command line of this command, for errors of usage that picocli does not find. */
    final CommandLine line() {
        return spec.commandLine();
    }

    /**
     * Does the work and returns the exit code.
     *
     * @throws Exception told to the person by {@link Failures}
     */
    abstract int run(Workplace here) throws Exception;
}
