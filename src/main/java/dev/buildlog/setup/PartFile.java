package dev.buildlog.setup;

import dev.buildlog.files.AtomicFile;
import dev.buildlog.files.PathLock;
import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** One file with a part of buildlog in it. */
final class PartFile {

    private final Path file;
    private final MarkedPart part;
    private final String body;

    /** @param body wanted content of the part */
    PartFile(Path file, MarkedPart part, String body) {
        this.file = file;
        this.part = part;
        this.body = latin(body.getBytes(StandardCharsets.UTF_8));
    }

    Path path() {
        return file;
    }

    /** Whether there is such a file; a link that leads nowhere is none. */
    boolean exists() {
        return Files.isRegularFile(file);
    }

    /** How the part is found; absent where there is no file. */
    MarkedPart.State state() {
        try {
            return part.state(file.toString(), read(), body);
        } catch (IOException e) {
            throw failed("read", e);
        }
    }

    /** The file's text without the part; see {@link MarkedPart} for its encoding. */
    String rest() {
        try {
            return part.take(file.toString(), read());
        } catch (IOException e) {
            throw failed("read", e);
        }
    }

    /** Puts the part in or replaces it; makes the file where there is none. */
    void put() {
        change(text -> part.put(file.toString(), text, body));
    }

    /** Takes the part out; a file that held nothing else is removed. */
    void take() {
        change(text -> part.take(file.toString(), text));
    }

    private void change(UnaryOperator<String> edit) {
        try {
            Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.isSymbolicLink(file) && Files.notExists(file)) {
                throw new BuildlogException(file + " is a link to a file that is not there. Mend the link.");
            }
            try (PathLock lock = PathLock.acquire(real)) {
                String text = read();
                String changed = edit.apply(text);
                if (changed.isEmpty() && !text.isEmpty()) {
                    Files.deleteIfExists(real);
                } else if (!changed.equals(text)) {
                    AtomicFile.write(real, changed.getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        } catch (IOException e) {
            throw failed("changed", e);
        } catch (UncheckedIOException e) {
            throw failed("changed", e.getCause());
        }
    }

    private String read() throws IOException {
        try {
            return latin(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    /**
     * Whether the file lies below {@code root} and reaching it leads out of there by no link.
     *
     * @param root real path
     */
    boolean isInside(Path root) {
        try {
            return !Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    ? file.getParent().toRealPath().startsWith(root)
                    : !Files.exists(file) || file.toRealPath().startsWith(root);
        } catch (IOException e) {
            throw failed("read", e);
        }
    }

    private BuildlogException failed(String verb, IOException e) {
        return new BuildlogException(BuildlogException.Kind.FAILED, file + " cannot be " + verb + ": " + AtomicFile.reason(e)
                + ". Make it a text file that you may write to.", e);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
