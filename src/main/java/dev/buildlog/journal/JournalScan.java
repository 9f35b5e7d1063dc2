package dev.buildlog.journal;

import dev.buildlog.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out, without reading any, which entries of a checkout deserve reading again. */
public final class JournalScan {

    /**
     * A file last modified later than this before it was read may have changed again within the same tick of the file
     * system's clock, so its stamp proves nothing.
     */
    private static final Duration RACY = Duration.ofSeconds(2);

    private final Exclusions exclusions;

    /** @param exclusions entries that are not looked at */
    public JournalScan(Exclusions exclusions) {
        this.exclusions = exclusions;
    }

    /**
     * @param changed paths to read: new, or the stamp or the recipe differs, or too fresh to trust the stamp. Each may turn
     *     out unchanged, or refused, when it is read
     * @param gone known paths that are no longer in the folder; none where that cannot be told for sure
     * @param problems what a person should mend
     */
    public record Result(List<String> changed, List<String> gone, List<Problem> problems) {

        public Result {
            changed = changed.stream().sorted().toList();
            gone = gone.stream().sorted().toList();
            problems = List.copyOf(problems);
        }
    }

    /**
     * @param root the checkout's root
     * @param folder the journal below it; its sub-folders are not looked into
     * @param known what the ledger remembers of every entry this checkout holds, by path
     * @param recipe fingerprint of the routes that would read the entries now
     */
    public Result scan(Path root, String folder, Map<String, Known> known, String recipe) {
        JournalFolder found = JournalFolder.at(root, folder);
        if (found instanceof JournalFolder.Wrong wrong) {
            return new Result(List.of(), List.of(), List.of(wrong.problem()));
        }
        if (!(found instanceof JournalFolder.There journal)) {
            return new Result(List.of(), known.keySet().stream().filter(path -> !exclusions.cover(path)).toList(), List.of());
        }
        try {
            return compare(journal, known, recipe);
        } catch (IOException e) {
            return new Result(List.of(), List.of(), List.of(new Problem(folder, 0, 0, EntryFile.why(e))));
        }
    }

    private Result compare(JournalFolder.There journal, Map<String, Known> known, String recipe)
            throws IOException {
        List<String> changed = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Set<String> gone = new HashSet<>(known.keySet());
        boolean garbled = false;
        for (Path file : journal.files()) {
            String path = journal.prefix() + file.getFileName();
            EntryName.Parsed name = EntryName.parse(file.getFileName().toString());
            if (name instanceof EntryName.Parsed.NoSuchDate noSuchDate) {
                problems.add(new Problem(path, 0, 0, noSuchDate.problem().message()));
            } else if (name instanceof EntryName.Parsed.Entry && isGarbled(file)) {
                garbled = true;
                problems.add(new Problem(path, 0, 0, "has a name that is not text in this locale. "
                        + "Set LC_ALL=C.UTF-8, or rename it."));
            } else if (name instanceof EntryName.Parsed.Entry) {
                gone.remove(path);
                if (!exclusions.cover(path) && differs(file, known.get(path), recipe)) {
                    changed.add(path);
                }
            }
        }
        if (garbled) {
            gone.removeIf(path -> path.chars().anyMatch(c -> c > 0x7F));
        }
        gone.removeIf(exclusions::cover);
        return new Result(changed, List.copyOf(gone), problems);
    }

    /** Whether the name came out with replacement characters, so that it cannot lead back to the file. */
    private static boolean isGarbled(Path file) {
        String name = file.getFileName().toString();
        if (name.indexOf('\uFFFD') < 0) {
            return false;
        }
        try {
            return !file.resolveSibling(name).equals(file);
        } catch (InvalidPathException e) {
            return true;
        }
    }

    private static boolean differs(Path file, @Nullable Known known, String recipe) {
        if (known == null || !known.recipe().equals(recipe)) {
            return true;
        }
        try {
            Stamp now = Stamp.of(Files.readAttributes(file, BasicFileAttributes.class));
            return !now.equals(known.stamp()) || !now.modified().isBefore(known.observedAt().minus(RACY));
        } catch (IOException e) {
            return true;
        }
    }
}
