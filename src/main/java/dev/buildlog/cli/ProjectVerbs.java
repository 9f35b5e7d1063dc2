package dev.buildlog.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code buildlog project}: the repositories that are known. */
@Command(name = "project", description = "Show, name and join the repositories that buildlog knows.",
        subcommands = {ProjectList.class, ProjectRename.class, ProjectMergeVerb.class})
final class ProjectVerbs implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list, rename or merge.");
    }
}
