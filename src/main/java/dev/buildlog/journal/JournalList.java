package dev.buildlog.journal;

import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries of a checkout with their titles, for a person to look through. */
public final class JournalList {

    /** How many bytes of an entry are read to find its title. */
    private static final int HEAD = 16 << 10;

    /** How many of them nearly always do. */
    private static final int LINE = 512;

    private static final String UNREADABLE = "(unreadable)";

    /**
     * The entries, newest first; of one day, in reverse order of their names.
     *
     * @param root the checkout's root
     * @param folder the journal below it
     * @throws BuildlogException if there is no such folder or it cannot be listed
     */
    public List<Listed> list(Path root, String folder) {
        JournalFolder.There journal = JournalFolder.require(root, folder);
        List<Listed> entries = new ArrayList<>();
        try {
            for (Path file : journal.files()) {
                String name = file.getFileName().toString();
                if (EntryName.parse(name) instanceof EntryName.Parsed.Entry entry) {
                    entries.add(new Listed(name, entry.name().date(), title(EntryFile.in(root, journal, file))));
                }
            }
        } catch (IOException e) {
            throw new BuildlogException(BuildlogException.Kind.FAILED, folder + ": " + EntryFile.why(e), e);
        }
        entries.sort((a, b) -> b.name().compareTo(a.name()));
        return entries;
    }

    private static String title(EntryFile found) {
        if (found instanceof EntryFile.Regular file) {
            try (InputStream in = file.open()) {
                byte[] begin = in.readNBytes(LINE);
                int end = firstLine(begin);
                String title = end < 0 ? null : title(Arrays.copyOf(begin, end), true);
                if (title == null) {
                    byte[] head = Arrays.copyOf(begin, HEAD);
                    int length = begin.length + in.readNBytes(head, begin.length, HEAD - begin.length);
                    title = title(Arrays.copyOf(head, length), length < HEAD);
                }
                return title == null ? "(untitled)" : title;
            } catch (IOException e) {
                return UNREADABLE;
            }
        }
        return UNREADABLE;
    }

    private static @Nullable String title(byte[] text, boolean whole) {
        return Utf8.decode(text, whole) instanceof Utf8.Text decoded ? Title.in(decoded.text()) : UNREADABLE;
    }

    /** Where the first line ends; negative where it goes on beyond what was read. */
    private static int firstLine(byte[] begin) {
        for (int i = 0; i < begin.length; i++) {
            if (begin[i] == '\n' || begin[i] == '\r') {
                return i;
            }
        }
        return -1;
    }
}
