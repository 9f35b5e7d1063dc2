package dev.buildlog.journal;

import dev.buildlog.model.Problem;
import dev.buildlog.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads one entry, whatever stands at its path. Never waits for a writer and never holds more than the limit in memory. */
public final class JournalReader {

    /** Largest entry in bytes unless told otherwise: 8 MiB. */
    public static final int DEFAULT_LIMIT = 8 << 20;

    private final int limit;

    public JournalReader() {
        this(DEFAULT_LIMIT);
    }

    /** @param limit largest entry in bytes that is read; larger ones are refused */
    public JournalReader(int limit) {
        this.limit = limit;
    }

    /**
     * @param root the checkout's root
     * @param path path of the entry below it, with forward slashes
     */
    public Reading read(Path root, String path) {
        EntryFile found = EntryFile.at(root, path);
        if (found instanceof EntryFile.Barred barred) {
            return new Reading.Refused(barred.problem());
        }
        if (!(found instanceof EntryFile.Regular file)) {
            return new Reading.Gone();
        }
        long size = file.attributes().size();
        if (size > limit) {
            return new Reading.Refused(new Problem(path, 0, 0, "has " + size + " bytes, more than the " + limit
                    + " an entry may have. Shorten it, or keep long logs in a file of their own."));
        }
        try (InputStream in = file.open()) {
            byte[] bytes = in.readNBytes((int) size + 1);
            BasicFileAttributes after = Files.readAttributes(root.resolve(path), BasicFileAttributes.class);
            return bytes.length == size && file.isStill(after)
                    ? decode(path, bytes, Stamp.of(after))
                    : new Reading.Unsettled();
        } catch (NoSuchFileException e) {
            return new Reading.Unsettled();
        } catch (IOException e) {
            return new Reading.Refused(new Problem(path, 0, 0, EntryFile.why(e)));
        }
    }

    private static Reading decode(String path, byte[] bytes, Stamp stamp) {
        Utf8 content = Utf8.decode(bytes);
        if (content instanceof Utf8.Text text) {
            return new Reading.Text(Sha256.of(bytes), text.text(), stamp);
        }
        Utf8.Bad bad = (Utf8.Bad) content;
        return new Reading.Refused(new Problem(path, bad.line(), bad.column(), bad.message()));
    }
}
