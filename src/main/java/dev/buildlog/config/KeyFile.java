package dev.buildlog.config;

import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A key or password that somebody else gave out: in an environment variable, else in a file that holds nothing else. */
public final class KeyFile {

    private static final int LONGEST = 4_096;

    private KeyFile() {}

    /**
     * The key; none where there is neither variable nor file.
     *
     * @throws BuildlogException (bad configuration) if the file is no key file
     */
    public static Optional<String> find(String variable, Path file, Map<String, String> environment) {
        String key = environment.getOrDefault(variable, "").strip();
        return key.isEmpty() ? read(file) : Optional.of(key);
    }

    /**
     * What the file holds, without space around it; none where there is no file.
     *
     * @throws BuildlogException (bad configuration) if it is no key file
     */
    public static Optional<String> read(Path file) {
        try {
            if (Files.notExists(file)) {
                return Optional.empty();
            }
            String key = Files.size(file) > LONGEST ? "" : Files.readString(file).strip();
            if (key.isEmpty() || key.lines().count() > 1) {
                throw bad(file + " does not hold a key: put the key and nothing else into it", null);
            }
            return Optional.of(key);
        } catch (IOException e) {
            throw bad("cannot read the key file " + file + ": " + e.getMessage(), e);
        }
    }

    private static BuildlogException bad(String message, @Nullable Throwable cause) {
        return new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, message, cause);
    }
}
