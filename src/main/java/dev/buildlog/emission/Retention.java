package dev.buildlog.emission;

import dev.buildlog.files.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** Deletes files that were taken in long ago; stands behind the Kamelet {@code delete-old-files-action}. */
public final class Retention {

    private Path folder = Path.of("");
    private int days;

    public void setFolder(String folder) {
        this.folder = Path.of(folder);
    }

    /** For how many days a file is kept; 0 for ever. */
    public void setDays(int days) {
        this.days = days;
    }

    /** Deletes what is older by now. A folder that is not there holds nothing. */
    public void apply(Date now) {
        if (days == 0 || !Files.isDirectory(folder)) {
            return;
        }
        Instant oldest = now.toInstant().minus(Duration.ofDays(days));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[!.]*.json")) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant().isBefore(oldest)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tidy " + folder + ": " + AtomicFile.reason(e), e);
        }
    }
}
