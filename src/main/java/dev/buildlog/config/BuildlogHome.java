package dev.buildlog.config;

import dev.buildlog.model.BuildlogException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** Where buildlog keeps what it remembers. */
public final class BuildlogHome {

    private BuildlogHome() {}

    /**
     * {@code $BUILDLOG_HOME}, else {@code .buildlog} in the user's home folder; absolute, not necessarily there.
     *
     * @param environment variables of the process
     * @throws BuildlogException if neither is set, or the path is none
     */
    public static Path in(Map<String, String> environment) {
        String named = environment.getOrDefault("BUILDLOG_HOME", "");
        String user = environment.getOrDefault("HOME", System.getProperty("user.home", ""));
        if (named.isEmpty() && user.isEmpty()) {
            throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION,
                    "Neither BUILDLOG_HOME nor HOME is set, so there is no place for buildlog's data. "
                            + "Set one of them.", null);
        }
        try {
            return (named.isEmpty() ? Path.of(user, ".buildlog") : Path.of(named)).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION,
                    "BUILDLOG_HOME is not a path: " + e.getMessage(), e);
        }
    }
}
