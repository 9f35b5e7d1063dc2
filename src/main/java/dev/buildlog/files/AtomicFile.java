package dev.buildlog.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.function.BooleanSupplier;

/** Replaces a file in one step: temporary file beside it, synced, then renamed over it. */
public final class AtomicFile {

    private AtomicFile() {}

    /**
     * Writes {@code content} to {@code target}. Missing parent folders are made; the permissions of an existing target
     * are kept; a symbolic link is followed, so that the file it names is replaced and the link stays.
     *
     * @throws UncheckedIOException if anything fails; the target is then as it was and no temporary file is left
     */
    public static void write(Path target, byte[] content) {
        writeIf(target, content, () -> true);
    }

    /**
     * As {@link #write}, but asks {@code stillWanted} when the temporary file is complete, and leaves the target alone
     * if the answer is no. What happens to the target between the answer and the rename, a few microseconds, goes
     * unseen.
     *
     * @return whether the target was written
     */
    public static boolean writeIf(Path target, byte[] content, BooleanSupplier stillWanted) {
        try {
            Path real = Files.isSymbolicLink(target) ? target.toRealPath() : target.toAbsolutePath();
            Files.createDirectories(real.getParent());
            Path temporary = TemporaryFile.beside(real);
            try {
                sync(temporary, content);
                keepPermissions(real, temporary);
                if (!stillWanted.getAsBoolean()) {
                    return false;
                }
                move(temporary, real);
                return true;
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target + ": " + reason(e), e);
        }
    }

    /** Deletes the temporary files in {@code folder} whose process was killed before it could complete them. */
    public static void tidy(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*.tmp")) {
            for (Path file : files) {
                if (TemporaryFile.isAbandoned(file)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** Why a file operation failed, in words; the bare message of many of these exceptions is just a path. */
    public static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        if (e instanceof FileAlreadyExistsException existing) {
            return existing.getFile() + " is in the way";
        }
        if (e instanceof FileSystemException f && f.getReason() != null) {
            return f.getReason();
        }
        return String.valueOf(e.getMessage());
    }

    private static void sync(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view != null && Files.exists(from)) {
            view.setPermissions(Files.getPosixFilePermissions(from));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
