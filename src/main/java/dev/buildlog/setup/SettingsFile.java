package dev.buildlog.setup;

import dev.buildlog.files.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The project's settings, every key commented out. */
public final class SettingsFile implements SetupStep {

    static final String NAME = "metadata_dir";

    private final Path root;
    private final Path file;
    private final String template;

    /**
     * @param root real path of the checkout's root
     * @param template what a new file says
     */
    public SettingsFile(Path root, Path file, String template) {
        this.root = root;
        this.file = file;
        this.template = template;
    }

    @Override
    public Check check() {
        return Files.exists(file) ? Check.pass(NAME, "The settings are in " + root.relativize(file) + ".")
                : Check.warn(NAME, "There is no " + root.relativize(file) + ", so defaults hold: `buildlog init` makes one.");
    }

    @Override
    public List<String> install() {
        if (Files.exists(file)) {
            return List.of();
        }
        AtomicFile.write(file, template.getBytes(StandardCharsets.UTF_8));
        return List.of("Created " + root.relativize(file));
    }

    /** Settings that somebody has made stay. */
    @Override
    public List<String> remove() {
        List<String> done = new ArrayList<>();
        try {
            if (Files.isRegularFile(file) && Files.readString(file).equals(template)) {
                Files.delete(file);
                done.add("Removed " + root.relativize(file));
            }
            Path folder = file.getParent();
            if (Files.isDirectory(folder) && isEmpty(folder)) {
                Files.delete(folder);
            }
            return done;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be removed: " + AtomicFile.reason(e), e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
