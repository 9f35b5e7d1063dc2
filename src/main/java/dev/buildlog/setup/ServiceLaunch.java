package dev.buildlog.setup;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How the service of a home is started by whoever keeps it running.
 *
 * @param command program and arguments, the program by its absolute path
 * @param environment variables it needs, by name; BUILDLOG_HOME among them
 * @param directory where it runs
 * @param log file that takes what it writes
 */
public record ServiceLaunch(List<String> command, Map<String, String> environment, Path directory, Path log) {

    /** Its name among the services of a person. */
    public static final String NAME = "buildlog";

    public ServiceLaunch {
        command = List.copyOf(command);
    }
}
