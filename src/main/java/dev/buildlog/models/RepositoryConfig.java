package dev.buildlog.models;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.jspecify.annotations.Nullable;

/** A repository's own configuration with the files it includes; neither the user's nor the machine's. */
final class RepositoryConfig extends Config {

    private final Path file;

    private RepositoryConfig(Path file) {
        this.file = file;
    }

    /** @throws dev.buildlog.model.BuildlogException if it, or a file it includes, cannot be read or parsed */
    static RepositoryConfig read(Path commonDir) {
        RepositoryConfig config = new RepositoryConfig(commonDir.resolve("config"));
        try {
            if (Files.isRegularFile(config.file)) {
                config.fromText(new String(Files.readAllBytes(config.file), StandardCharsets.UTF_8));
            }
            return config;
        } catch (ConfigInvalidException | IOException e) {
            throw WorkTree.broken(config.file, String.valueOf(e.getMessage()), e);
        }
    }

    /** The address of {@code origin}, else of the only remote there is. */
    Optional<String> remote() {
        String origin = getString("remote", "origin", "url");
        if (origin != null) {
            return Optional.of(origin);
        }
        List<String> others = getSubsections("remote").stream()
                .map(name -> getString("remote", name, "url"))
                .filter(Objects::nonNull)
                .toList();
        return others.size() == 1 ? Optional.of(others.get(0)) : Optional.empty();
    }

    Optional<String> workTree() {
        return Optional.ofNullable(getString("core", null, "worktree"));
    }

    /** An included file; null, which leaves the include out as git does, where there is none. */
    @Override
    protected byte @Nullable [] readIncludedConfig(String path) throws ConfigInvalidException {
        try {
            Path included = path.startsWith("~/")
                    ? Path.of(System.getProperty("user.home"), path.substring(2))
                    : file.resolveSibling(path);
            return Files.isRegularFile(included) ? Files.readAllBytes(included) : null;
        } catch (IOException | InvalidPathException e) {
            throw new ConfigInvalidException("the included file " + path + " cannot be read: " + e, e);
        }
    }
}
