package dev.buildlog.journal;

import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** Begins an entry from a template. */
public final class NewEntry {

    /** Longest file name in bytes on the usual file systems. */
    private static final int LONGEST_NAME = 255;

    private final JournalReader reader = new JournalReader();
    private final Templates bundled = new Templates();

    /**
     * Creates {@code <date>-<slug>.md} with every {@code [YYYY-MM-DD]} of the template replaced by the date. The template
     * is the journal's own; {@code quick} falls back to the full one, and both to the bundled ones.
     *
     * @param root the checkout's root
     * @param folder the journal below it
     * @param slug what the person typed; cleaned by {@link EntryName#slugOf}
     * @return the new file
     * @throws BuildlogException if the folder is missing, the name cannot be used or is taken, or writing fails
     */
    public Path create(Path root, String folder, String slug, LocalDate date, boolean quick) {
        JournalFolder.There journal = JournalFolder.require(root, folder);
        String name = name(slug, date);
        String text = template(root, journal.prefix(), quick).replace("[YYYY-MM-DD]", date.toString());
        Path file = journal.path().resolve(name);
        try {
            if (NewFile.write(file, text)) {
                return file;
            }
        } catch (IOException e) {
            throw new BuildlogException(BuildlogException.Kind.FAILED, "Cannot write " + file + ": " + e
                    + ". Check that the folder is writable and the disk has room.", e);
        }
        throw new BuildlogException(file + " exists already. Edit it, or choose another slug or date.");
    }

    private static String name(String raw, LocalDate date) {
        String slug = EntryName.slugOf(raw);
        if (slug.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new BuildlogException("\"" + raw + "\" leaves nothing for a file name. Use letters or digits.");
        }
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new BuildlogException("The date " + date + " is out of range. Entries are of the years 0001 to 9999.");
        }
        String name = new EntryName(date, slug).fileName();
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw new BuildlogException("The slug is too long: a file name has at most " + LONGEST_NAME
                    + " bytes. Shorten \"" + raw.substring(0, raw.offsetByCodePoints(0, 30)) + "...\".");
        }
        return name;
    }

    private String template(Path root, String prefix, boolean quick) {
        return (quick ? own(root, prefix + Templates.QUICK) : Optional.<String>empty())
                .or(() -> own(root, prefix + Templates.FULL))
                .orElseGet(() -> bundled.text(quick ? Templates.QUICK : Templates.FULL));
    }

    private Optional<String> own(Path root, String path) {
        Reading reading = reader.read(root, path);
        if (reading instanceof Reading.Text text) {
            return Optional.of(text.text());
        }
        if (reading instanceof Reading.Gone) {
            return Optional.empty();
        }
        throw new BuildlogException(reading instanceof Reading.Refused refused
                ? "The template " + refused.problem()
                : "The template " + path + " is being written. Try again.");
    }
}
