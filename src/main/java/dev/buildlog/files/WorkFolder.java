package dev.buildlog.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder into which one consumer renames the files that it takes, so that no other takes the same. It is held by a lock of the
 * operating system, which goes with the process however that ends: the files of a consumer that is no more go back to where they
 * came from.
 */
public final class WorkFolder implements AutoCloseable {

    private static final String LOCK = ".lock";

    private final Path source;
    private final Path folder;
    private final FileChannel channel;

    private WorkFolder(Path source, Path folder, FileChannel channel) {
        this.source = source;
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Opens a folder of one's own.
     *
     * @param source where the files come from
     * @param work folder of the work folders of all that take from there; in the same file system
     */
    public static WorkFolder open(Path source, Path work) {
        try {
            while (true) {
                Path folder = work.resolve(ProcessHandle.current().pid() + "-" + UUID.randomUUID().toString().substring(0, 8));
                Files.createDirectories(folder);
                FileChannel channel = held(folder);
                // somebody who looked for abandoned folders may have been quicker
                if (channel != null && Files.exists(folder.resolve(LOCK))) {
                    return new WorkFolder(source, folder, channel);
                }
                if (channel != null) {
                    channel.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot work in " + work + ": " + AtomicFile.reason(e), e);
        }
    }

    /** Brings back the files that consumers have left who are no more. */
    public static void recover(Path source, Path work) {
        if (!Files.isDirectory(work)) {
            return;
        }
        try (Stream<Path> folders = Files.list(work)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                FileChannel channel = held(folder);
                if (channel != null) {
                    new WorkFolder(source, folder, channel).close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + work + ": " + AtomicFile.reason(e), e);
        }
    }

    /** Takes a file; null if it is gone, because another consumer has it. */
    public @Nullable Path claim(Path file) {
        Path mine = folder.resolve(file.getFileName());
        try {
            return Files.move(file, mine, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot take " + file + ": " + AtomicFile.reason(e), e);
        }
    }

    /** The file of this name that was taken. */
    public Path taken(String name) {
        return folder.resolve(name);
    }

    /** Brings back what is still here, and lets go of the folder. */
    @Override
    public void close() {
        try (channel) {
            for (Path file : files()) {
                Path back = source.resolve(file.getFileName());
                // one of the same name that came meanwhile must not be lost
                Files.move(file, Files.exists(back) ? source.resolve(again(back)) : back, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.deleteIfExists(folder.resolve(LOCK));
            Files.deleteIfExists(folder);
        } catch (NoSuchFileException e) {
            // whoever else looked after it has done the same
        } catch (IOException e) {
            throw new UncheckedIOException("cannot bring back the files in " + folder + ": " + AtomicFile.reason(e), e);
        }
    }

    private static String again(Path file) {
        String name = file.getFileName().toString();
        int dot = Math.max(0, name.lastIndexOf('.'));
        return name.substring(0, dot) + "-" + UUID.randomUUID().toString().substring(0, 8) + name.substring(dot);
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(file -> !file.getFileName().toString().equals(LOCK)).forEach(files::add);
        }
        return files;
    }

    /** The lock of a folder; null where somebody has it or the folder is gone. */
    private static @Nullable FileChannel held(Path folder) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (NoSuchFileException e) {
            return null;
        }
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // a consumer of this process
        }
        channel.close();
        return null;
    }
}
