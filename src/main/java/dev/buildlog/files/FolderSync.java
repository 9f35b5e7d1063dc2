package dev.buildlog.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Brings to disk which files a folder has under which names: a file that was synced and then renamed could still go missing with
 * the power. Once for many files, since it costs as much as syncing one. Stands behind the Kamelet {@code sync-folder-action}.
 */
public final class FolderSync {

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private Path folder = Path.of("");

    public void setFolder(String folder) {
        this.folder = Path.of(folder);
    }

    /**
     * Where the system has no such thing, nothing happens.
     *
     * @throws UncheckedIOException if the folder is not there or cannot be synced
     */
    public void sync() {
        if (WINDOWS) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot sync " + folder + ": " + AtomicFile.reason(e), e);
        }
    }
}
