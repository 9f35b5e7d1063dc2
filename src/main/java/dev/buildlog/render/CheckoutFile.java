package dev.buildlog.render;

import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Finds the file in a checkout that a path stands for, and refuses those that nobody may want to have written. */
final class CheckoutFile {

    private CheckoutFile() {}

    /**
     * The file to write, links followed: one in the checkout, outside {@code .git}.
     *
     * @param path of the file below the root
     * @throws BuildlogException if there is no such checkout or the file lies elsewhere
     */
    static Path locate(Path root, String path) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new BuildlogException("the checkout " + root + " is not there (any more), so " + path + " was not written");
        }
        Path realRoot = root.toRealPath();
        Path file = realRoot.resolve(path);
        Path known = file;
        while (!Files.exists(known, LinkOption.NOFOLLOW_LINKS)) {
            known = known.getParent();
        }
        Path real;
        try {
            real = known.toRealPath().resolve(known.relativize(file)).normalize();
        } catch (NoSuchFileException e) {
            if (!Files.isSymbolicLink(known)) {
                // another process has taken the file away meanwhile
                return locate(root, path);
            }
            throw failed(root, path, "it is or lies behind a link to a file that does not exist; mend or delete the link", e);
        }
        if (!real.startsWith(realRoot)) {
            throw failed(root, path, "it is or lies behind a link out of the checkout, to " + real
                    + "; replace the link by a file", null);
        }
        for (Path element : realRoot.relativize(real)) {
            if (element.toString().equalsIgnoreCase(".git")) {
                throw failed(root, path, "it is or lies behind a link into .git; replace the link by a file", null);
            }
        }
        if (!isFileOrNothing(real)) {
            throw failed(root, path, "it is not a regular file; move it out of the way", null);
        }
        return real;
    }

    /** Looks once: between two looks another process may take the file away. */
    private static boolean isFileOrNothing(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).isRegularFile();
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    static BuildlogException failed(Path root, String path, String reason, @Nullable Exception cause) {
        return new BuildlogException(BuildlogException.Kind.FAILED, "cannot render " + root.resolve(path) + ": " + reason, cause);
    }
}
