package dev.buildlog.models;

import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A git work tree and the folders behind it. Read by hand, because JGit runs the git program when it opens a
 * repository and takes far longer than a saved entry may wait.
 *
 * @param root real path of the work tree's root
 * @param gitDir real path of what belongs to this work tree alone (HEAD)
 * @param commonDir real path of what all work trees of the repository share (configuration, branches)
 */
record WorkTree(Path root, Path gitDir, Path commonDir) {

    /** More than any file that points to a folder or a branch holds. */
    private static final int LONGEST_POINTER = 64 << 10;

    private static final String LINK = "gitdir: ";

    /**
     * The work tree around a folder.
     *
     * @param start real path
     * @throws BuildlogException if there is a {@code .git} that leads nowhere
     */
    static Optional<WorkTree> around(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path dotGit = folder.endsWith(".git") ? folder : folder.resolve(".git");
            if (dotGit.toFile().exists()) {
                return Optional.of(open(dotGit));
            }
        }
        return Optional.empty();
    }

    /** The content of a small file, without white space at its ends; empty where there is no such file. */
    static Optional<String> pointer(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(new String(in.readNBytes(LONGEST_POINTER), StandardCharsets.UTF_8).strip());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** What the repository is known by where it has no remote: the same for each of its work trees. */
    Path mainRoot(Optional<String> configuredWorkTree) {
        return commonDir.endsWith(".git") && commonDir.getParent() != null
                ? commonDir.getParent()
                : configuredWorkTree.map(path -> commonDir.resolve(path).normalize()).orElse(commonDir);
    }

    private static WorkTree open(Path dotGit) {
        try {
            Path gitDir = Files.isDirectory(dotGit) ? dotGit : linked(dotGit);
            if (!Files.exists(gitDir.resolve("HEAD"))) {
                throw broken(dotGit, "there is no HEAD in " + gitDir, null);
            }
            Optional<String> common = pointer(gitDir.resolve("commondir"));
            Path commonDir = common.isPresent() ? gitDir.resolve(common.get()) : gitDir;
            return new WorkTree(dotGit.getParent().toRealPath(), gitDir.toRealPath(), commonDir.toRealPath());
        } catch (NoSuchFileException e) {
            throw broken(dotGit, "it leads to " + e.getFile() + ", which is not there", e);
        } catch (IOException | InvalidPathException e) {
            throw broken(dotGit, e.toString(), e);
        }
    }

    private static Path linked(Path dotGit) throws IOException {
        String text = pointer(dotGit).filter(content -> content.startsWith(LINK))
                .orElseThrow(() -> broken(dotGit, "it is neither a folder nor a file that begins with \"gitdir: \"", null));
        return dotGit.resolveSibling(text.substring(LINK.length()));
    }

    static BuildlogException broken(Path file, String reason, @Nullable Exception cause) {
        return new BuildlogException(BuildlogException.Kind.FAILED, file + ": this git repository is damaged: " + reason
                + ". Mend it (`git worktree repair`, or clone again), or remove " + file + " if this is no repository.",
                cause);
    }
}
