package dev.buildlog.cli;

import dev.buildlog.pipeline.RunningService;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog viz}: where the dashboard will be. */
@Command(name = "viz", description = {
    "Say where the dashboard of the service will be. There is none yet: exit 1.",
    "Until then `buildlog overview`, `stats`, `bandit status` and `experiment report` print what it will show.",
    "Example: buildlog viz --json"})
final class Dashboard extends Verb {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        Optional<String> service = RunningService.on(here.home());
        String message = "There is no dashboard yet. The service will show it" + service.map(url -> " at " + url + "/.")
                .orElse("; none is running: `buildlog service start` starts one.");
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("available", false);
            fields.put("service", service.orElse(null));
            fields.put("message", message);
            Json.print(here.out(), fields);
        } else {
            here.err().println(message);
        }
        return ExitCode.FAILED;
    }
}
