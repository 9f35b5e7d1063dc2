package dev.buildlog.journal;

import dev.buildlog.model.BuildlogException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Arrays;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/** Which entries stay out of the ledger: what is known of one stays as it is, and its changes are not read. */
public final class Exclusions {

    /** Every entry is read. */
    public static final Exclusions NONE = new Exclusions(List.of());

    private static final String NOTHING = "none";
    private static final String EVERYTHING = "**";

    private final List<PathMatcher> globs;

    private Exclusions(List<PathMatcher> globs) {
        this.globs = List.copyOf(globs);
    }

    /**
     * @param enabled false to leave out all entries
     * @param globs patterns for paths below the root of the repository, with commas between them, as
     *     {@code buildlog/*-private.md}; {@code none} for none
     * @throws BuildlogException BAD_CONFIGURATION if one is no pattern
     */
    public static Exclusions of(boolean enabled, String globs) {
        if (!enabled) {
            return new Exclusions(List.of(glob(EVERYTHING)));
        }
        return globs.equals(NOTHING) ? NONE
                : new Exclusions(Arrays.stream(globs.split("[,\\s]+")).filter(glob -> !glob.isEmpty())
                        .map(Exclusions::glob).toList());
    }

    /** Whether the entry at {@code path}, below the root of the repository, is left out. */
    public boolean cover(String path) {
        return !globs.isEmpty() && globs.stream().anyMatch(glob -> glob.matches(Path.of(path)));
    }

    private static PathMatcher glob(String glob) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + glob);
        } catch (PatternSyntaxException e) {
            throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, "journal.exclude: '" + glob + "' is no"
                    + " pattern for paths: " + e.getDescription() + "; one is, for example, buildlog/*-private.md", e);
        }
    }
}
