package dev.buildlog.setup;

import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The service as a unit of a person's systemd. */
public final class SystemdUnit {

    private SystemdUnit() {}

    /**
     * Where it lies.
     *
     * @param config the person's folder of settings, such as {@code ~/.config}
     */
    public static Path file(Path config) {
        return config.resolve("systemd/user/" + ServiceLaunch.NAME + ".service");
    }

    /** Its text. A JVM that is asked to stop ends with 143. */
    public static String text(ServiceLaunch launch) {
        return """
                # Made by `buildlog service install`; made anew when that is called again.
                [Unit]
                Description=buildlog: keeps rules and agents' files up to date
                After=default.target

                [Service]
                ExecStart=%s
                WorkingDirectory=%s
                %sRestart=on-failure
                RestartSec=5
                SuccessExitStatus=143
                StandardOutput=append:%s
                StandardError=append:%s
                UMask=0077

                [Install]
                WantedBy=default.target
                """.formatted(launch.command().stream().map(SystemdUnit::quoted).collect(Collectors.joining(" ")),
                plain(launch.directory()), new TreeMap<>(launch.environment()).entrySet().stream()
                        .map(variable -> "Environment=" + quoted(variable.getKey() + "=" + variable.getValue()) + "\n")
                        .collect(Collectors.joining()), plain(launch.log()), plain(launch.log()));
    }

    /** A word of a command line: specifiers, variables, quotes and line ends mean nothing in it. */
    static String quoted(String word) {
        return "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("%", "%%").replace("$", "$$")
                + "\"";
    }

    private static String plain(Path path) {
        return path.toString().replace("%", "%%").replace("\n", "");
    }
}
