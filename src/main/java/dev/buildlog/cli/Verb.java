package dev.buildlog.cli;

import java.util.concurrent.Callable;
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

    /**
     * Does the work and returns the exit code.
     *
     * @throws Exception told to the person by {@link Failures}
     */
    abstract int run(Workplace here) throws Exception;
}
