package dev.buildlog.cli;

import dev.buildlog.config.ConfigTemplate;
import dev.buildlog.config.Keys;
import dev.buildlog.config.Scope;
import dev.buildlog.config.Settings;
import dev.buildlog.config.SettingsEdit;
import dev.buildlog.files.AtomicFile;
import dev.buildlog.journal.Templates;
import dev.buildlog.model.BuildlogException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog init}: what a repository needs. Makes what is missing and touches nothing that is there. */
@Command(name = "init", description = {
    "Prepare this repository: the journal folder with its templates, and the settings file.",
    "Run it as often as you like; it makes what is missing and leaves the rest alone."})
final class Init extends Verb {

    /** Values of the setting {@code publish.auto}. */
    enum Auto { OFF, HIGH, MEDIUM, LOW }

    @Option(names = "--auto", paramLabel = "LEVEL", description = "From which confidence up rules go out to the agents without a"
            + " person: off, high, medium or low.")
    private @Nullable Auto auto;

    @Option(names = "--defaults", description = "Ask nothing.")
    private boolean defaults;

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
            if (auto == null && !defaults && Terminal.isThere()) {
                auto = ask(here);
            }
        }
        made.forEach(file -> here.out().println("Created " + here.shown(file)));
        if (made.isEmpty()) {
            here.out().println("Everything is there already.");
        }
        if (auto != null) {
            boolean own = !settings.equals(Settings.homeFile(here.home()));
            String value = auto.name().toLowerCase(Locale.ROOT);
            SettingsEdit.set(settings, own ? Scope.PROJECT : Scope.HOME, Keys.PUBLISH_AUTO, value);
            here.out().println("Set publish.auto to " + value + " in " + here.shown(settings));
        }
        here.say("Begin an entry with `buildlog new SLUG`, keep `buildlog serve` running while you work, and decide which rules"
                + " agents read with `buildlog queue`.");
        return ExitCode.DONE;
    }

    /** Null for what is in force anyway. */
    private static @Nullable Auto ask(Workplace here) throws IOException {
        BufferedReader answers = new BufferedReader(new InputStreamReader(here.in(), StandardCharsets.UTF_8));
        while (true) {
            here.out().print("A rule goes out to the agents once a person has promoted it. From which confidence up may rules go"
                    + " out without one? high, medium, low, or off for never [off] ");
            here.out().flush();
            String answer = answers.readLine();
            if (answer == null || answer.isBlank()) {
                return null;
            }
            for (Auto level : Auto.values()) {
                if (level.name().equalsIgnoreCase(answer.strip())) {
                    return level;
                }
            }
        }
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
