package dev.buildlog.cli;

import dev.buildlog.setup.SetupStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog init}: what a repository needs. Makes what is missing, mends what is old, leaves what people changed. */
@Command(name = "init", description = {
    "Prepare this repository: the journal folder with its templates, the settings file, a section for agents in AGENTS.md and"
        + " CLAUDE.md, git hooks, lines in .gitignore.",
    "Run it as often as you like; it makes what is missing and leaves the rest alone. `buildlog uninstall` takes it out again."})
final class Init extends Verb {

    @Option(names = "--defaults", description = "Ask nothing.")
    private boolean defaults;

    @Option(names = "--no-claude-md", description = "Leave AGENTS.md and CLAUDE.md alone.")
    private boolean noClaudeMd;

    @Option(names = "--no-hooks", description = "Leave git's hooks alone.")
    private boolean noHooks;

    @Override
    int run(Workplace here) throws IOException {
        warn(here, here.root());
        List<String> done = new ArrayList<>();
        for (SetupStep step : SetupSteps.of(here, !noClaudeMd, !noHooks)) {
            done.addAll(step.install());
        }
        done.forEach(line -> here.out().println(Printable.line(line)));
        if (done.isEmpty()) {
            here.out().println("Everything is there already.");
        }
        here.say("Begin an entry with `buildlog new SLUG`, and keep `buildlog serve` running while you work.");
        return ExitCode.DONE;
    }

    private static void warn(Workplace here, Path root) {
        if (root.equals(Path.of(here.environment().getOrDefault("HOME", "/")))) {
            here.say("This is your home folder, not a repository. If that was not intended, "
                    + "take out what is put in here: buildlog uninstall");
        } else if (!Files.exists(root.resolve(".git"))) {
            here.say("There is no git repository here, so the project will be known by its path.");
        }
    }
}
