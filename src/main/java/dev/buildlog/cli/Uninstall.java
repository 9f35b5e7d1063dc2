package dev.buildlog.cli;

import dev.buildlog.setup.SetupStep;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog uninstall}: takes out of a repository what init put in. */
@Command(name = "uninstall", description = {
    "Take out of this repository what `buildlog init` put in. Entries stay, and so does what people have changed.",
    "Rules in the agents' files go with: buildlog render --revert. What is learned stays in the home."})
final class Uninstall extends Verb {

    @Option(names = "--json", description = "Print JSON: {done}, a line for each thing that was done.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        List<String> done = new ArrayList<>();
        for (SetupStep step : SetupSteps.of(here, true, true, true)) {
            done.addAll(step.remove());
        }
        if (json) {
            Json.print(here.out(), Map.of("done", done));
        } else if (done.isEmpty()) {
            here.out().println("There is nothing here that `buildlog init` put in.");
        } else {
            done.forEach(line -> here.out().println(Printable.line(line)));
        }
        return ExitCode.DONE;
    }
}
