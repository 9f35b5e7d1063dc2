package dev.buildlog.cli;

import dev.buildlog.setup.SetupStep;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code buildlog uninstall}: takes out of a repository what init put in. */
@Command(name = "uninstall", description = {
    "Take out of this repository what `buildlog init` put in. Entries stay, and so does what people have changed.",
    "Rules in the agents' files go with: buildlog render --revert. What is learned stays in the home."})
final class Uninstall extends Verb {

    @Override
    int run(Workplace here) throws IOException {
        List<String> done = new ArrayList<>();
        for (SetupStep step : SetupSteps.of(here, true, true)) {
            done.addAll(step.remove());
        }
        done.forEach(line -> here.out().println(Printable.line(line)));
        if (done.isEmpty()) {
            here.out().println("There is nothing here that `buildlog init` put in.");
        }
        return ExitCode.DONE;
    }
}
