package dev.buildlog.journal;

import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The entries of a checkout with their titles, for a person to look through. */
public final class JournalList {

    /** How many bytes of an entry are read to find its title. */
    private static final int HEAD = 16 << 10;

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
                    entries.add(new Listed(name, entry.name().date(), title(root, journal.prefix() + name)));
                }
            }
        } catch (IOException e) {
            throw new BuildlogException(BuildlogException.Kind.FAILED, folder + ": " + EntryFile.why(e), e);
        }
        entries.sort(Comparator.comparing(Listed::name).reversed());
        return entries;
    }

    private static String title(Path root, String path) {
        if (EntryFile.at(root, path) instanceof EntryFile.Regular file) {
            try (InputStream in = file.open()) {
                byte[] head = in.readNBytes(HEAD);
                if (Utf8.decode(head, head.length < HEAD) instanceof Utf8.Text text) {
                    return Title.in(text.text()).orElse("(untitled)");
                }
            } catch (IOException e) {
                return "(unreadable)";
            }
        }
        return "(unreadable)";
    }
}
