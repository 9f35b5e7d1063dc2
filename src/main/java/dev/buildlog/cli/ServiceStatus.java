package dev.buildlog.cli;

import dev.buildlog.models.Keeper;
import dev.buildlog.pipeline.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog service status}. */
@Command(name = "status", description = {
    "Say whether a service runs on this home, where it listens, and who keeps it running. Exit 1 if none runs.",
    "Example: buildlog service status --json"})
final class ServiceStatus extends Verb {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        Optional<String> url = RunningService.on(here.home());
        Optional<Keeper> keeper = Background.keeper(here).filter(one -> Files.exists(Background.unit(here, one)));
        Optional<Long> pid = RunningService.process(here.home()).map(ProcessHandle::pid);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("running", url.isPresent());
        fields.put("url", url.orElse(null));
        fields.put("pid", pid.orElse(null));
        fields.put("home", here.home().toString());
        fields.put("installed", keeper.map(one -> one.name().toLowerCase(Locale.ROOT)).orElse(null));
        fields.put("log", Logging.file(here.home()).toString());
        if (json) {
            Json.print(here.out(), fields);
        } else {
            here.out().println(state(url, pid));
            here.out().println("Home:      " + here.home());
            here.out().println("Installed: " + keeper.map(one -> "for " + one.name().toLowerCase(Locale.ROOT) + ", "
                    + Background.unit(here, one)).orElse("no"));
            here.out().println("Log:       " + fields.get("log"));
        }
        return url.isPresent() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static String state(Optional<String> url, Optional<Long> pid) {
        String process = pid.map(number -> ", process " + number).orElse("");
        return url.map(at -> "Running at " + at + process).orElse(pid.isPresent() ? "Starting" + process : "Not running.");
    }
}
