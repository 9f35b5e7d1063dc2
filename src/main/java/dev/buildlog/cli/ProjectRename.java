package dev.buildlog.cli;

import dev.buildlog.model.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code buildlog project rename}. */
@Command(name = "rename", description = "Call a project something else than its remote does. An empty name takes that back.")
final class ProjectRename extends Verb {

    @Parameters(index = "0", paramLabel = "PROJECT", description = "Id, as `buildlog project list` prints it.")
    private String project = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "The name to show.")
    private String name = "";

    @Override
    int run(Workplace here) {
        try (Assembly parts = Assembly.at(here)) {
            Project found = NamedProject.in(parts, project);
            parts.core().projects().rename(found.id(), Printable.line(name).strip());
            here.out().println(Printable.line(found.id() + " is called "
                    + NamedProject.in(parts, project).name() + " now."));
        }
        return ExitCode.DONE;
    }
}
