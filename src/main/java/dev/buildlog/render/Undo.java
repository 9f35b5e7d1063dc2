package dev.buildlog.render;

import dev.buildlog.files.AtomicFile;
import dev.buildlog.model.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What files held before they were last rendered: one state back, outside of the repositories. */
final class Undo {

    private static final String NOTHING = "-";

    private final Path folder;

    /** @param folder where the states are kept; made when needed */
    Undo(Path folder) {
        this.folder = folder;
    }

    /**
     * A state.
     *
     * @param before content before the rendering; null where there was no file
     * @param after SHA-256 of what the rendering made of it; {@code -} where it removed the file
     */
    record State(byte @Nullable [] before, String after) {

        boolean isOf(byte @Nullable [] current) {
            return after.equals(digest(current));
        }
    }

    /** Remembers the state of a file, given by its real path, before the rendering that is about to make {@code after} of it. */
    void keep(Path file, byte @Nullable [] before, byte @Nullable [] after) {
        ByteArrayOutputStream state = new ByteArrayOutputStream();
        state.writeBytes((digest(after) + "\n" + (before == null ? NOTHING : "+") + "\n").getBytes(StandardCharsets.US_ASCII));
        state.writeBytes(before == null ? new byte[0] : before);
        AtomicFile.write(place(file), state.toByteArray());
    }

    /** The state before the last rendering; empty where none is remembered. */
    Optional<State> of(Path file) {
        try {
            byte[] state = Files.readAllBytes(place(file));
            String[] lines = new String(state, StandardCharsets.ISO_8859_1).split("\n", 3);
            int head = lines[0].length() + lines[1].length() + 2;
            return Optional.of(new State(lines[1].equals(NOTHING) ? null : Arrays.copyOfRange(state, head, state.length),
                    lines[0]));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget(Path file) throws IOException {
        Files.deleteIfExists(place(file));
    }

    private Path place(Path file) {
        return folder.resolve(Sha256.of(file.toString()).substring(0, 16) + ".before");
    }

    private static String digest(byte @Nullable [] content) {
        return content == null ? NOTHING : Sha256.of(content);
    }
}
