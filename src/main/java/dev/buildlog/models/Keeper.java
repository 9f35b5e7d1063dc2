package dev.buildlog.models;

import dev.buildlog.model.BuildlogException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What keeps the services of a person running on this machine, if there is anything of the kind. */
public enum Keeper {
    SYSTEMD,
    LAUNCHD;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * The one there is; empty in containers, on other systems, and for a person whom systemd does not serve.
     *
     * @param system name of the operating system, as Java has it
     */
    public static Optional<Keeper> of(String system, Map<String, String> environment) {
        if (system.toLowerCase(Locale.ROOT).startsWith("mac")) {
            return Optional.of(LAUNCHD);
        }
        boolean booted = Files.isDirectory(Path.of("/run/systemd/system"));
        return booted && SYSTEMD.tell(environment, List.of("show-environment")).isEmpty() ? Optional.of(SYSTEMD)
                : Optional.empty();
    }

    /**
     * Tells it something: arguments of {@code systemctl --user} or {@code launchctl}.
     *
     * @return what it complained about; empty if it did as it was told
     */
    public Optional<String> tell(Map<String, String> environment, List<String> arguments) {
        try {
            Program program = new Program(this == SYSTEMD ? "systemctl" : "launchctl", Path.of("/"), environment, PATIENCE);
            Program.Result result = program.run("", this == SYSTEMD
                    ? Stream.concat(Stream.of("--user"), arguments.stream()).toList() : arguments);
            return result.code() == 0 ? Optional.empty() : Optional.of(result.complaint());
        } catch (BuildlogException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
