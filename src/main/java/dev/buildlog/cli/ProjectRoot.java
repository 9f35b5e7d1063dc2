package dev.buildlog.cli;

import dev.buildlog.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the checkout a person stands in, by looking at names only: short commands do not read git. */
final class ProjectRoot {

    private ProjectRoot() {}

    /** The nearest folder at or above {@code directory} that holds a git repository or a project's settings. */
    static Optional<Path> around(Path directory, Path home) {
        for (Path folder = directory; folder != null; folder = folder.getParent()) {
            boolean settings = !folder.resolve(".buildlog").equals(home) && Files.exists(Settings.projectFile(folder));
            if (settings || Files.exists(folder.resolve(".git"))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    /** Makes {@code directory}, which lies anywhere, a project of its own, so that nothing done in it reaches one around it. */
    static void mark(Path directory) throws IOException {
        Path settings = Settings.projectFile(directory);
        Files.createDirectories(settings.getParent());
        Files.createFile(settings);
    }
}
