package dev.buildlog.models.remote;

import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Finds the API key of a provider: in its environment variable, else in the key file of the home. */
final class ApiKey {

    private static final int LONGEST = 4_096;

    private ApiKey() {}

    /**
     * The key; empty where there is none and {@code baseUrl} is an address of one's own, which may need none.
     *
     * @throws BuildlogException (bad configuration) if the provider needs one, or the file is no key file
     */
    static String find(Provider provider, String baseUrl, Path keyFile, Map<String, String> environment) {
        if (provider.variable().isEmpty()) {
            return "";
        }
        String key = environment.getOrDefault(provider.variable(), "").strip();
        if (key.isEmpty()) {
            key = read(keyFile);
        }
        if (key.isEmpty() && baseUrl.equals(provider.baseUrl())) {
            throw bad("there is no API key: set " + provider.variable() + ", or put the key into " + keyFile, null);
        }
        return key;
    }

    private static String read(Path file) {
        try {
            if (Files.notExists(file)) {
                return "";
            }
            String key = Files.size(file) > LONGEST ? "" : Files.readString(file).strip();
            if (key.isEmpty() || key.codePoints().anyMatch(c -> c <= ' ' || c > '~')) {
                throw bad(file + " does not hold an API key: put the key and nothing else into it", null);
            }
            return key;
        } catch (IOException e) {
            throw bad("cannot read the key file " + file + ": " + e.getMessage(), e);
        }
    }

    private static BuildlogException bad(String message, @org.jspecify.annotations.Nullable Throwable cause) {
        return new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, message, cause);
    }
}
