package dev.buildlog.cli;

import dev.buildlog.config.Key;
import dev.buildlog.config.Keys;
import dev.buildlog.config.Setting;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code buildlog config get KEY}. */
@Command(name = "get", description = "Print the value of one setting.")
final class ConfigGet extends Verb {

    @Parameters(paramLabel = "KEY", description = "Name of the setting, for instance publish.auto.")
    private String key = "";

    @Option(names = "--json", description = "Print JSON: value, origin, default and description.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        Key wanted = Keys.require(key);
        Setting setting = here.settings().setting(wanted);
        if (json) {
            Json.print(here.out(), ConfigList.fields(setting));
        } else {
            here.out().println(setting.value());
        }
        return ExitCode.DONE;
    }
}
