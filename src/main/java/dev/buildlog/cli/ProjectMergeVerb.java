package dev.buildlog.cli;

import dev.buildlog.model.Project;
import dev.buildlog.pipeline.ServiceLock;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code buildlog project merge}. */
@Command(name = "merge", description = {
    "Make two projects one: all that is known of the first is known of the second, and the id of the first stands for it.",
    "There is no way back but a backup."})
final class ProjectMergeVerb extends Verb {

    @Parameters(index = "0", paramLabel = "FROM", description = "Id of the project that ends.")
    private String from = "";

    @Parameters(index = "1", paramLabel = "INTO", description = "Id of the project that stays.")
    private String into = "";

    @Override
    int run(Workplace here) throws IOException {
        try (ServiceLock alone = ServiceLock.take(here.home()); Assembly parts = Assembly.at(here)) {
            Project source = NamedProject.in(parts, from);
            Project target = NamedProject.in(parts, into);
            parts.core().projectMerge().merge(source.id(), target.id());
            here.out().println(Printable.line(source.name() + " is " + target.name() + " (" + target.id() + ") now, with "
                    + parts.core().rules().live(target.id()).size() + " rules."));
        }
        return ExitCode.DONE;
    }
}
