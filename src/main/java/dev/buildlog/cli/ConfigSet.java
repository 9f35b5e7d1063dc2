package dev.buildlog.cli;

import dev.buildlog.config.Key;
import dev.buildlog.config.Keys;
import dev.buildlog.config.Scope;
import dev.buildlog.config.Settings;
import dev.buildlog.config.SettingsEdit;
import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code buildlog config set KEY VALUE}. */
@Command(name = "set", description = "Change one setting in the project's file, or in the home's.")
final class ConfigSet extends Verb {

    @Parameters(index = "0", paramLabel = "KEY", description = "Name of the setting, for instance publish.auto.")
    private String key = "";

    @Parameters(index = "1", paramLabel = "VALUE", description = "Its new value.")
    private String value = "";

    @Option(names = "--home",
            description = "Change the home's file. Settings that only the home may hold go there anyway.")
    private boolean home;

    @Option(names = "--json", description = "Print JSON: key, value and file.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        Key wanted = Keys.require(key);
        boolean inHome = home || wanted.scope() == Scope.HOME;
        Path file = inHome ? Settings.homeFile(here.home()) : Settings.projectFile(project(here));
        boolean homeFile = file.equals(Settings.homeFile(here.home()));
        SettingsEdit.set(file, homeFile ? Scope.HOME : Scope.PROJECT, wanted, value);
        if (json) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("key", wanted.name());
            fields.put("value", value);
            fields.put("file", file.toString());
            Json.print(here.out(), fields);
        } else {
            here.out().println(wanted.name() + " = " + value + "  # " + here.shown(file));
        }
        return ExitCode.DONE;
    }

    private static Path project(Workplace here) {
        return ProjectRoot.around(here.directory(), here.home()).orElseThrow(() -> new BuildlogException(
                here.directory() + " is in no repository. Run `buildlog init` there first, or change"
                        + " the home's settings with --home."));
    }
}
