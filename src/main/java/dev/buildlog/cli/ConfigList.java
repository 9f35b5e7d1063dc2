package dev.buildlog.cli;

import dev.buildlog.config.Setting;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog config list}. */
@Command(name = "list", description = "Print all settings in force.")
final class ConfigList extends Verb {

    @Option(names = "--origin", description = "Say where each value comes from.")
    private boolean origin;

    @Option(names = "--json", description = "Print JSON: an array of {key, value, origin, default, description}.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        List<Setting> settings = here.settings().all();
        if (json) {
            Json.print(here.out(), settings.stream().map(ConfigList::fields).toList());
            return ExitCode.DONE;
        }
        for (Setting setting : settings) {
            String line = setting.key().name() + " = " + setting.value();
            here.out().println(origin ? String.format("%-36s  # %s", line, Printable.line(setting.origin())) : line);
        }
        return ExitCode.DONE;
    }

    static Map<String, Object> fields(Setting setting) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("key", setting.key().name());
        fields.put("value", setting.value());
        fields.put("origin", setting.origin());
        fields.put("default", setting.key().defaultValue());
        fields.put("description", setting.key().description());
        return fields;
    }
}
