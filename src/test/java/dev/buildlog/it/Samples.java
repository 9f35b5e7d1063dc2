package dev.buildlog.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Entries to try things on. */
public final class Samples {

    private Samples() {}

    /** {@code ../shared/real-entries}, looked for from the working folder upwards. */
    public static Optional<Path> real() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path found = folder.resolve("shared/real-entries");
            if (Files.isDirectory(found)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** Copies the real entries, else those of the demo, into the journal of {@code repository}; their names. */
    static List<String> copyInto(Repository repository) {
        Path from = real().orElse(Path.of("src/main/resources/demo/buildlog").toAbsolutePath());
        List<Path> files = entries(from);
        for (Path file : files) {
            repository.write(file.getFileName().toString(), read(file));
        }
        return files.stream().map(file -> file.getFileName().toString()).toList();
    }

    public static List<Path> entries(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{4}-\\d\\d-\\d\\d-.*\\.md")).sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
