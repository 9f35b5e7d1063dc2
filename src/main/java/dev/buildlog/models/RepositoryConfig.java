package dev.buildlog.models;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A repository's own configuration with the files it includes; neither the user's nor the machine's, and without
 * conditional includes.
 */
final class RepositoryConfig {

    /** Git's own limit; deeper includes go in circles. */
    private static final int DEEPEST = 10;

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private RepositoryConfig() {}

    /** @throws dev.buildlog.model.BuildlogException if it, or a file it includes, cannot be read or parsed */
    static RepositoryConfig read(Path commonDir) {
        RepositoryConfig config = new RepositoryConfig();
        config.include(commonDir.resolve("config"), 0);
        return config;
    }

    /** Reads any file of git's configuration; one that is missing is empty. */
    static RepositoryConfig of(Path file) {
        RepositoryConfig config = new RepositoryConfig();
        config.include(file, 0);
        return config;
    }

    /** The value of a key, the last where it is given several times. */
    Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key)).map(all -> all.get(all.size() - 1));
    }

    /** The address of {@code origin}, else of the only remote there is. */
    Optional<String> remote() {
        List<String> urls = values.keySet().stream()
                .filter(key -> key.startsWith("remote.") && key.endsWith(".url"))
                .map(key -> values.get(key).get(0))
                .toList();
        return values.containsKey("remote.origin.url")
                ? Optional.of(values.get("remote.origin.url").get(0))
                : urls.size() == 1 ? Optional.of(urls.get(0)) : Optional.empty();
    }

    Optional<String> workTree() {
        return value("core.worktree");
    }

    /** Takes in a file; one that is missing is left out, as git does. */
    private void include(Path file, int depth) {
        if (depth > DEEPEST) {
            throw WorkTree.broken(file, "files include each other more than " + DEEPEST + " levels deep", null);
        }
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            new ConfigText(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), (key, value) -> {
                if (key.equals("include.path")) {
                    include(included(file, value), depth + 1);
                } else {
                    values.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
                }
            }).read();
        } catch (IOException | IllegalArgumentException e) {
            throw WorkTree.broken(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static Path included(Path from, String path) {
        return path.startsWith("~/")
                ? Path.of(System.getProperty("user.home"), path.substring(2))
                : from.resolveSibling(path);
    }
}
