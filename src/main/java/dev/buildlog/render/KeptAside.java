package dev.buildlog.render;

import dev.buildlog.files.AtomicFile;
import dev.buildlog.model.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies of files in which a person has edited what is buildlog's, so that nothing they wrote is ever lost. */
final class KeptAside {

    private static final int HASH_DIGITS = 8;

    private KeptAside() {}

    /**
     * Keeps a copy below {@code .buildlog/conflicts} of the checkout; one for each content, however often it is seen.
     *
     * @param root real root of the checkout
     * @param path path of the file below it, with forward slashes
     * @return path of the copy below the root
     * @throws UncheckedIOException if it cannot be written, or would lie behind a link
     */
    static String keep(Path root, String path, byte[] content) {
        String name = path.replace("%", "%25").replace("/", "%2F") + "." + Sha256.of(content).substring(0, HASH_DIGITS);
        Path own = root.resolve(".buildlog");
        Path folder = own.resolve("conflicts");
        if (Files.isSymbolicLink(own) || Files.isSymbolicLink(folder)) {
            throw new UncheckedIOException(new IOException("an edited copy would be kept behind a link, in " + folder
                    + "; replace the link by a folder"));
        }
        Path copy = folder.resolve(name);
        if (!Files.exists(copy)) {
            AtomicFile.write(copy, content);
        }
        return ".buildlog/conflicts/" + name;
    }
}
