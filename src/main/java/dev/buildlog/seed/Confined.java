package dev.buildlog.seed;

import dev.buildlog.files.AtomicFile;
import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Files below a folder that strangers may have filled: no link among them leads elsewhere, none is too large. */
final class Confined {

    /** Most that is read of one file, in bytes. */
    static final int MAX_BYTES = 4 << 20;

    private Confined() {}

    /**
     * {@code file}, once it is sure that it lies below {@code folder} and that neither it nor a folder in between is a link.
     *
     * @throws BuildlogException if not
     */
    static Path below(Path folder, Path file) {
        Path inside = file.normalize();
        if (!inside.startsWith(folder.normalize())) {
            throw new BuildlogException(file + " lies outside of " + folder);
        }
        for (Path step = inside; !step.equals(folder.normalize()); step = step.getParent()) {
            if (Files.isSymbolicLink(step)) {
                throw new BuildlogException(step + " is a link, which could lead anywhere: put a file or folder in its place");
            }
        }
        return inside;
    }

    /**
     * The text of a file; empty where there is none.
     *
     * @throws BuildlogException if it is no UTF-8 text of at most 4 MiB
     */
    static Optional<String> text(Path file) {
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
                throw new BuildlogException(file + " is no file, or one of more than " + MAX_BYTES + " bytes");
            }
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw new BuildlogException(BuildlogException.Kind.FAILED, file + " is not UTF-8: save it as UTF-8", e);
        } catch (IOException e) {
            throw new BuildlogException(BuildlogException.Kind.FAILED, "cannot read " + file + ": "
                    + AtomicFile.reason(e), e);
        }
    }
}
