package dev.buildlog.render;

import dev.buildlog.files.AtomicFile;
import dev.buildlog.model.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Which targets of a checkout the last publication wrote, kept outside of the repository. */
final class Rendered {

    private final Path file;

    /** @param folder where that is kept; made when needed */
    Rendered(Path folder, Path root) {
        this.file = folder.resolve(Sha256.of(root.toString()).substring(0, 16) + ".targets");
    }

    /** Ids of the targets; none where nothing was published yet. */
    List<String> targets() {
        try {
            return Files.readString(file).lines().filter(line -> !line.isBlank()).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Remembers them, if they are others than before. */
    void remember(Collection<String> targets) {
        String now = String.join("\n", new TreeSet<>(targets)) + "\n";
        if (!new TreeSet<>(targets).equals(new TreeSet<>(targets()))) {
            AtomicFile.write(file, now.getBytes(StandardCharsets.UTF_8));
        }
    }
}
