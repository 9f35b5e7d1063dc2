package dev.buildlog.cli;

import dev.buildlog.config.Keys;
import dev.buildlog.config.Scope;
import dev.buildlog.config.Settings;
import dev.buildlog.config.SettingsEdit;
import dev.buildlog.setup.SetupStep;
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

/** {@code buildlog init}: what a repository needs. Makes what is missing, mends what is old, leaves what people changed. */
@Command(name = "init", description = {
    "Prepare this repository: the journal folder with its templates, the settings file, a section for agents in AGENTS.md and"
        + " CLAUDE.md, git hooks, lines in .gitignore.",
    "Run it as often as you like; it makes what is missing and leaves the rest alone. `buildlog uninstall` takes it out again."})
final class Init extends Verb {

    /** Values of the setting {@code publish.auto}. */
    enum Auto { OFF, HIGH, MEDIUM, LOW }

    @Option(names = "--auto", paramLabel = "LEVEL", description = "From which confidence up rules go out to the agents without a"
            + " person: off, high, medium or low.")
    private @Nullable Auto auto;

    @Option(names = "--defaults", description = "Ask nothing.")
    private boolean defaults;

    @Option(names = "--no-claude-md", description = "Leave AGENTS.md and CLAUDE.md alone.")
    private boolean noClaudeMd;

    @Option(names = "--no-hooks", description = "Leave git's hooks alone.")
    private boolean noHooks;

    @Override
    int run(Workplace here) throws IOException {
        warn(here, here.root());
        Path settings = Settings.projectFile(here.root());
        boolean fresh = Files.notExists(settings);
        List<String> done = new ArrayList<>();
        for (SetupStep step : SetupSteps.of(here, !noClaudeMd, !noHooks)) {
            done.addAll(step.install());
        }
        done.forEach(line -> here.out().println(Printable.line(line)));
        if (done.isEmpty()) {
            here.out().println("Everything is there already.");
        }
        if (fresh && auto == null && !defaults && Terminal.isThere()) {
            auto = ask(here);
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
                    + "take out what is put in here: buildlog uninstall");
        } else if (!Files.exists(root.resolve(".git"))) {
            here.say("There is no git repository here, so the project will be known by its path.");
        }
    }
}
