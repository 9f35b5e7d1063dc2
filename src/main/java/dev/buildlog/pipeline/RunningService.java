package dev.buildlog.pipeline;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The service that runs on a home, as others find it. */
public final class RunningService {

    private RunningService() {}

    /** Where the service of {@code home} listens; empty where none runs, or it is not ready yet. */
    public static Optional<String> on(Path home) {
        if (!runs(home)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(home.resolve("service.url")).strip()).filter(url -> !url.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The process of the service of {@code home}, also while it starts; empty where none runs. */
    public static Optional<ProcessHandle> process(Path home) {
        if (!runs(home)) {
            return Optional.empty();
        }
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(ServiceLock.pid(home)).strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean runs(Path home) {
        Path lock = home.resolve("service.lock");
        return Files.exists(lock) && !isFree(lock);
    }

    private static boolean isFree(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
