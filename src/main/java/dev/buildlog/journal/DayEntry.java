package dev.buildlog.journal;

import dev.buildlog.files.AtomicFile;
import dev.buildlog.files.PathLock;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Commit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The entry in which a day's commits are noted. */
public final class DayEntry {

    private static final int TRIES = 5;
    private static final String NAMELESS = "session";

    private final Path root;
    private final String folder;

    /**
     * @param root the checkout's root
     * @param folder the journal below it
     */
    public DayEntry(Path root, String folder) {
        this.root = root;
        this.folder = folder;
    }

    /**
     * The entry of {@code day}: the one with this slug; without a slug the one that was edited last, and where there is none the
     * one that is named after the branch. It need not be there.
     *
     * @param slug what the person typed; empty for none
     * @throws BuildlogException if there is no journal, or the slug leaves nothing for a name
     */
    public Path of(LocalDate day, String slug, String branch) {
        JournalFolder.There journal = JournalFolder.require(root, folder);
        if (!slug.isEmpty()) {
            return journal.path().resolve(name(day, slug));
        }
        try {
            return journal.files().stream()
                    .filter(file -> EntryName.parse(file.getFileName().toString()) instanceof EntryName.Parsed.Entry entry
                            && entry.name().date().equals(day))
                    .max(Comparator.comparing(DayEntry::modified).thenComparing(Path::getFileName))
                    .orElseGet(() -> journal.path().resolve(name(day, last(branch))));
        } catch (IOException e) {
            throw failed(journal.path(), e);
        }
    }

    /** Notes {@code commit} in {@code entry}, which is begun where it is missing; nothing happens where it is noted already. */
    public void note(Path entry, Commit commit) {
        try (PathLock lock = PathLock.acquire(entry.toAbsolutePath().normalize())) {
            for (int i = 0; i < TRIES; i++) {
                byte[] before = Files.exists(entry) ? Files.readAllBytes(entry) : new byte[0];
                String text = before.length == 0 ? "# " + commit.date() + "\n" : new String(before, StandardCharsets.UTF_8);
                if (before.length > 0 && !Arrays.equals(before, text.getBytes(StandardCharsets.UTF_8))) {
                    throw new BuildlogException(entry + " is not UTF-8 text, so the commit is not noted there. Save it as UTF-8.");
                }
                String noted = CommitBlock.append(text, commit);
                if (noted.equals(text) || AtomicFile.writeIf(entry, noted.getBytes(StandardCharsets.UTF_8),
                        () -> isStill(entry, before))) {
                    return;
                }
            }
        } catch (IOException e) {
            throw failed(entry, e);
        }
        throw new BuildlogException(entry + " keeps being changed by another program, so the commit is not noted there.");
    }

    private static boolean isStill(Path entry, byte[] before) {
        try {
            return before.length == 0 ? Files.notExists(entry) : Arrays.equals(before, Files.readAllBytes(entry));
        } catch (IOException e) {
            return false;
        }
    }

    private static String name(LocalDate day, String slug) {
        String clean = EntryName.slugOf(slug);
        if (clean.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new BuildlogException("\"" + slug + "\" leaves nothing for a file name. Use letters or digits.");
        }
        return new EntryName(day, clean).fileName();
    }

    /** Last part of a branch's name, where that leaves something for a file name. */
    private static String last(String branch) {
        String part = EntryName.slugOf(branch.substring(branch.lastIndexOf('/') + 1));
        boolean usable = part.codePoints().anyMatch(Character::isLetterOrDigit)
                && !List.of("main", "master", "detached").contains(part);
        return usable ? part : NAMELESS;
    }

    private static long modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return Long.MIN_VALUE;
        }
    }

    private static BuildlogException failed(Path path, IOException e) {
        return new BuildlogException(BuildlogException.Kind.FAILED, path + ": " + AtomicFile.reason(e)
                + ". The commit is not noted there.", e);
    }
}
