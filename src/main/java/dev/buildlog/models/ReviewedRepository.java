package dev.buildlog.models;

import dev.buildlog.files.AtomicFile;
import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a review asks of the git program: the tree as it is now, and what changed in a range. Nothing of the repository changes,
 * no hook and no external diff runs. Only commands that a person types use it; everything else reads git's files itself.
 */
public final class ReviewedRepository {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> SAFE = List.of("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c",
            "advice.addEmbeddedRepo=false", "-c", "core.quotePath=false");

    private final Path root;
    private final Map<String, String> environment;

    /**
     * @param root root of a checkout
     * @param environment variables of the process; those by which a hook points git elsewhere do not count
     */
    public ReviewedRepository(Path root, Map<String, String> environment) {
        this.root = root;
        this.environment = new HashMap<>(environment);
        for (String pointer : List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX",
                "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_EXTERNAL_DIFF")) {
            this.environment.put(pointer, "");
        }
        this.environment.putAll(Map.of("GIT_OPTIONAL_LOCKS", "0", "GIT_TERMINAL_PROMPT", "0", "LC_ALL", "C"));
    }

    /**
     * Hash of the tree that a commit of everything would have now: what is tracked and what is new, without what is ignored. Kept
     * nowhere. Empty outside git, and where there is no git program.
     */
    public Optional<String> tree() {
        Path scratch = null;
        try {
            if (!Files.exists(root.resolve(".git"))) {
                return Optional.empty();
            }
            scratch = Files.createTempDirectory("buildlog-tree");
            Path objects = Files.createDirectories(scratch.resolve("objects"));
            Path index = path("index");
            if (Files.exists(index)) {
                Files.copy(index, scratch.resolve("index"));
            }
            Map<String, String> aside = Map.of("GIT_INDEX_FILE", scratch.resolve("index").toString(), "GIT_OBJECT_DIRECTORY",
                    objects.toString(), "GIT_ALTERNATE_OBJECT_DIRECTORIES", path("objects").toString());
            ask(aside, "add", "--all", "--", ".");
            return Optional.of(ask(aside, "write-tree").strip());
        } catch (MissingProgramException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new BuildlogException("cannot work out the git tree of " + root + ": " + AtomicFile.reason(e));
        } finally {
            remove(scratch);
        }
    }

    /**
     * A range of commits.
     *
     * @param from hash of the commit it begins behind
     * @param to hash of its last commit
     * @param tree hash of that commit's tree
     */
    public record Range(String from, String to, String tree) {}

    /**
     * The range that {@code A..B} or {@code A...B} names; an end that is left out is {@code HEAD}.
     *
     * @throws BuildlogException if it names none
     */
    public Range range(String text) {
        String[] ends = text.split("\\.{2,3}", -1);
        if (ends.length != 2 || text.contains("....")) {
            throw new BuildlogException("'" + text + "' is no range: write A..B");
        }
        String from = commit(ends[0].isEmpty() ? "HEAD" : ends[0]);
        String to = commit(ends[1].isEmpty() ? "HEAD" : ends[1]);
        String base = text.contains("...") ? ask(Map.of(), "merge-base", from, to).strip() : from;
        return new Range(base, to, ask(Map.of(), "rev-parse", "--verify", to + "^{tree}").strip());
    }

    /** Paths that a range changes, without those it deletes. */
    public List<String> changed(Range range) {
        return zeroEnded(ask(Map.of(), "diff", "--no-ext-diff", "--no-textconv", "--no-renames", "--diff-filter=d", "--name-only",
                "-z", range.from(), range.to(), "--"));
    }

    /** What a range changes in a file, with eight lines around each change. */
    public String diff(Range range, String path) {
        return ask(Map.of(), "diff", "--no-ext-diff", "--no-textconv", "--no-renames", "--no-color", "--unified=8", range.from(),
                range.to(), "--", ":(literal)" + path);
    }

    /** Paths of the files at or below {@code path}: tracked ones and new ones, without ignored ones. */
    public List<String> files(String path) {
        return zeroEnded(ask(Map.of(), "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--",
                path.isEmpty() ? "." : ":(literal)" + path));
    }

    private String commit(String name) {
        Program.Result result = run(Map.of(), "rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}");
        if (result.code() != 0) {
            throw new BuildlogException("git knows no commit '" + name + "' here");
        }
        return result.out().strip();
    }

    private Path path(String name) {
        return root.resolve(ask(Map.of(), "rev-parse", "--git-path", name).strip());
    }

    private String ask(Map<String, String> more, String... arguments) {
        Program.Result result = run(more, arguments);
        if (result.code() != 0) {
            throw new BuildlogException("git " + arguments[0] + " failed in " + root + ": " + result.complaint());
        }
        return result.out();
    }

    private Program.Result run(Map<String, String> more, String... arguments) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        List<String> words = new ArrayList<>(SAFE);
        words.addAll(List.of(arguments));
        return new Program("git", root, all, PATIENCE).run("", words);
    }

    private static List<String> zeroEnded(String text) {
        return Stream.of(text.split("\0")).filter(path -> !path.isEmpty()).distinct().sorted().toList();
    }

    private static void remove(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            // a folder in the place for temporary files
        }
    }
}
