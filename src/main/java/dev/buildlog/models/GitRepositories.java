package dev.buildlog.models;

import dev.buildlog.journal.Checkout;
import dev.buildlog.journal.Repositories;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Commit;
import dev.buildlog.model.Holder;
import dev.buildlog.model.Project;
import dev.buildlog.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Finds out from git's own files which project and branch a folder belongs to. Runs no program, hook or filter and writes
 * nothing, so it serves in repositories of strangers and where git is not installed.
 */
public final class GitRepositories implements Repositories {

    private static final int ID_LENGTH = 12;

    /** No git command holds its index lock for so long; one that did has died. */
    private static final Duration LOCK_LEFT_BEHIND = Duration.ofMinutes(10);

    @Override
    public Checkout locate(Path anywhereInside) {
        Path start = real(anywhereInside);
        Path folder = Files.isDirectory(start) || start.getParent() == null ? start : start.getParent();
        return WorkTree.around(folder)
                .map(tree -> new Checkout(project(tree), tree.root(), branch(tree)))
                .orElseGet(() -> new Checkout(project("", folder.toString()), folder, ""));
    }

    @Override
    public boolean branchExists(Path root, String branch) {
        Path folder = real(root);
        Optional<WorkTree> around = WorkTree.around(folder);
        if (around.isEmpty()) {
            return branch.isEmpty();
        }
        WorkTree tree = around.get();
        if (branch.isEmpty() || !tree.root().equals(folder)) {
            return false;
        }
        try {
            return branch(tree).equals(branch) || !branch.equals(Holder.DETACHED) && Refs.hasBranch(tree, branch);
        } catch (IOException e) {
            throw WorkTree.broken(tree.commonDir(), e.toString(), e);
        }
    }

    @Override
    public boolean isBusy(Path root) {
        return WorkTree.around(real(root)).map(tree -> tree.gitDir().resolve("index.lock")).filter(GitRepositories::isFresh)
                .isPresent();
    }

    /**
     * The file key of git's folder, which goes along when it is moved within a file system, with the time of a file that git
     * writes once, when it makes the folder: keys are given out again.
     */
    @Override
    public String mark(Path root) {
        try {
            Path common = WorkTree.around(real(root)).map(WorkTree::commonDir).orElse(null);
            Path written = common == null ? null : common.resolve("description");
            if (common == null || !Files.exists(written)) {
                return "";
            }
            Object key = Files.readAttributes(common, BasicFileAttributes.class).fileKey();
            return key == null ? "" : key + " " + Files.getLastModifiedTime(written).to(TimeUnit.NANOSECONDS);
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public Commit commit(Path root, String hash) {
        return CommitReader.read(locate(root), hash);
    }

    private static boolean isFresh(Path lock) {
        try {
            return Files.getLastModifiedTime(lock).toInstant().isAfter(Instant.now().minus(LOCK_LEFT_BEHIND));
        } catch (IOException e) {
            return false;
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new BuildlogException(BuildlogException.Kind.FAILED,
                    path + " is not there or may not be looked at: " + e + ". Name a folder that you can read.", e);
        }
    }

    private static String branch(WorkTree tree) {
        try {
            return Refs.head(tree).map(Refs::shortName).orElse(Holder.DETACHED);
        } catch (IOException e) {
            throw WorkTree.broken(tree.gitDir(), e.toString(), e);
        }
    }

    private static Project project(WorkTree tree) {
        RepositoryConfig config = RepositoryConfig.read(tree.commonDir());
        Path main = tree.mainRoot(config.workTree());
        return config.remote()
                .map(url -> RemoteUrl.normalise(url, main))
                .map(remote -> project(remote, remote))
                .orElseGet(() -> project("", main.toString()));
    }

    private static Project project(String remote, String identity) {
        String name = identity.substring(identity.lastIndexOf('/') + 1);
        return new Project(Sha256.of(identity).substring(0, ID_LENGTH), name.isEmpty() ? identity : name, remote);
    }
}
