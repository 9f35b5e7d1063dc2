package dev.buildlog.cli;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.render.Target;
import dev.buildlog.render.Targets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
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

    /** The targets of these names, each once. Whoever mistypes one has used the command wrongly; the configuration is all right. */
    final List<Target> named(Targets known, List<String> names) {
        try {
            return names.stream().map(known::get).distinct().toList();
        } catch (BuildlogException e) {
            throw new ParameterException(line(), String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Does the work and returns the exit code.
     *
     * @throws Exception told to the person by {@link Failures}
     */
    abstract int run(Workplace here) throws Exception;
}
