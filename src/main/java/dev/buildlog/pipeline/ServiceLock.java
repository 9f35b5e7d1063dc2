package dev.buildlog.pipeline;

import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One service a home, or one command that must not meet a service. The lock is the operating system's, so it goes with the
 * process however that ends.
 */
public final class ServiceLock implements AutoCloseable {

    private final Path address;
    private final FileChannel channel;

    private ServiceLock(Path address, FileChannel channel) {
        this.address = address;
        this.channel = channel;
    }

    /** @throws BuildlogException naming the address of the service that has the home, if one has */
    public static ServiceLock take(Path home) {
        Path address = home.resolve("service.url");
        try {
            Files.createDirectories(home);
            FileChannel channel = FileChannel.open(home.resolve("service.lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                String url = Files.exists(address) ? Files.readString(address).strip() : "an address it has not told yet";
                throw new BuildlogException("a service already runs on the home " + home + ", listening at " + url
                        + ": use that one, stop it, or name another home in BUILDLOG_HOME");
            }
            // left behind by one that was killed
            Files.deleteIfExists(address);
            Files.writeString(pid(home), ProcessHandle.current().pid() + "\n");
            return new ServiceLock(address, channel);
        } catch (IOException e) {
            throw new BuildlogException(BuildlogException.Kind.FAILED, "cannot write to buildlog's home " + home
                    + ": make it writable, or name another folder in BUILDLOG_HOME", e);
        }
    }

    /** File with the number of the service's process. */
    static Path pid(Path home) {
        return home.resolve("service.pid");
    }

    /** Tells whoever comes second where the service is ready for them. */
    void announce(String url) throws IOException {
        Files.writeString(address, url + "\n");
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(address);
        Files.deleteIfExists(pid(address.getParent()));
        channel.close();
    }
}
