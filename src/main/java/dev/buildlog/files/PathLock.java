package dev.buildlog.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps two writers of one file apart, threads as well as processes of one user.
 *
 * <p>The locked file lies in the system's temporary folder under a name derived from the path: the target itself cannot
 * be locked, since a rename replaces it under the lock, and a lock file beside it would litter the repository. Lock
 * files are empty and stay, because deleting one while another process waits for it would let two in. The threads of
 * one process take turns before the file is opened: on POSIX systems, closing any handle of a file drops the process's
 * locks on it.
 */
public final class PathLock implements AutoCloseable {

    // per process like the file locks they stand before; a few, so that unrelated files seldom wait for each other
    private static final ReentrantLock[] THREADS = new ReentrantLock[64];

    static {
        for (int i = 0; i < THREADS.length; i++) {
            THREADS[i] = new ReentrantLock();
        }
    }

    private final ReentrantLock thread;
    private final FileChannel channel;

    private PathLock(ReentrantLock thread, FileChannel channel) {
        this.thread = thread;
        this.channel = channel;
    }

    /** Waits until nobody else writes {@code path}, a real path. */
    public static PathLock acquire(Path path) throws IOException {
        UUID name = UUID.nameUUIDFromBytes(path.toString().getBytes(StandardCharsets.UTF_8));
        ReentrantLock thread = THREADS[Math.floorMod(name.hashCode(), THREADS.length)];
        thread.lock();
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "buildlog-" + System.getProperty("user.name"));
        FileChannel channel = null;
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(name + ".lock");
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            return new PathLock(thread, channel);
        } catch (IOException | RuntimeException e) {
            if (channel != null) {
                channel.close();
            }
            thread.unlock();
            throw new IOException("no lock can be had in " + folder + " (" + e.getMessage()
                    + "); make that folder writable", e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            thread.unlock();
        }
    }
}
