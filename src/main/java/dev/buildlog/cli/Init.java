package dev.buildlog.cli;

import dev.buildlog.config.ConfigTemplate;
import dev.buildlog.config.Keys;
import dev.buildlog.config.Settings;
import dev.buildlog.files.AtomicFile;
import dev.buildlog.journal.Templates;
import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code buildlog init}: what a repository needs. Makes what is missing and touches nothing that is there. */
@Command(name = "init", description = {
    "Prepare this repository: the journal folder with its templates, and the settings file.",
    "Run it as often as you like; it makes what is missing and leaves the rest alone."})
final class Init extends Verb {

    @Override
    int run(Workplace here) throws IOException {
        Path root = here.root();
        warn(here, root);
        Path journal = root.resolve(here.settings().text(Keys.JOURNAL_FOLDER));
        if (Files.exists(journal) && !journal.toRealPath().startsWith(root.toRealPath())) {
            throw new BuildlogException(journal + " is a link that leaves the repository. Put a folder in its place.");
        }
        List<Path> made = new ArrayList<>();
        new Templates().install(journal).forEach(name -> made.add(journal.resolve(name)));
        Path settings = Settings.projectFile(root);
        if (!settings.equals(Settings.homeFile(here.home())) && Files.notExists(settings)) {
            AtomicFile.write(settings, ConfigTemplate.text().getBytes(StandardCharsets.UTF_8));
            made.add(settings);
        }
        made.forEach(file -> here.out().println("Created " + here.shown(file)));
        if (made.isEmpty()) {
            here.out().println("Everything is there already.");
        }
        here.say("Begin an entry with `buildlog new SLUG`, and keep `buildlog serve` running while you work.");
        return ExitCode.DONE;
    }

    private static void warn(Workplace here, Path root) {
        if (root.equals(Path.of(here.environment().getOrDefault("HOME", "/")))) {
            here.say("This is your home folder, not a repository. If that was not intended, "
                    + "remove what is created here.");
        } else if (!Files.exists(root.resolve(".git"))) {
            here.say("There is no git repository here, so the project will be known by its path.");
        }
    }
}
