package dev.buildlog.cli;

import dev.buildlog.config.Keys;
import dev.buildlog.journal.Templates;
import dev.buildlog.setup.Check;
import dev.buildlog.setup.SetupStep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog update}: what init put in, as this version has it. */
@Command(name = "update", description = {
    "Bring what `buildlog init` put in to this version: the section for agents, the hooks, the templates.",
    "What people have changed stays as it is. Templates of your own are replaced with --force; a copy is kept beside them."})
final class Update extends Verb {

    @Option(names = "--force", description = "Replace templates of your own too.")
    private boolean force;

    @Option(names = "--json", description = "Print JSON: {done}, a line for each thing that was done.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        List<String> done = new ArrayList<>();
        for (SetupStep step : SetupSteps.of(here, true, true, true)) {
            // what was left out of init on purpose is not put in now
            if (step.check().status() != Check.Status.FAIL) {
                done.addAll(step.install());
            }
        }
        Path folder = here.root().resolve(here.settings().text(Keys.JOURNAL_FOLDER));
        Templates templates = new Templates();
        for (String name : templates.changed(folder)) {
            if (force) {
                done.add("Replaced " + name + "; yours is kept as " + templates.replace(folder, name).getFileName());
            } else {
                here.say(name + " is your own and stays; this version's replaces it with: buildlog update --force");
            }
        }
        if (json) {
            Json.print(here.out(), Map.of("done", done));
        } else if (done.isEmpty()) {
            here.out().println("Everything is up to date.");
        } else {
            done.forEach(line -> here.out().println(Printable.line(line)));
        }
        return ExitCode.DONE;
    }
}
