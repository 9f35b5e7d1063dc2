package dev.buildlog.models;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.io.DisabledOutputStream;

/**
 * What git knows of the commits of a checkout. Commits are compared, never files, so that no filter and no other program that a
 * repository names is run.
 */
public final class GitHistory {

    private GitHistory() {}

    /** Hash of the commit that is checked out around {@code root}; empty where there is none. */
    public static Optional<String> head(Path root) {
        try (Repository repository = open(root)) {
            return Optional.ofNullable(repository.resolve(Constants.HEAD)).map(ObjectId::name);
        } catch (IOException | RuntimeException e) {
            // no repository, or one that is not understood: then git does not know
            return Optional.empty();
        }
    }

    /** How many lines differ between two commits, removed and added ones counted apart; empty where git does not know. */
    public static OptionalInt changedLines(Path root, String from, String to) {
        try (Repository repository = open(root);
                RevWalk commits = new RevWalk(repository);
                DiffFormatter differences = new DiffFormatter(DisabledOutputStream.INSTANCE)) {
            differences.setRepository(repository);
            int lines = 0;
            for (DiffEntry file : differences.scan(commits.parseCommit(repository.resolve(from)),
                    commits.parseCommit(repository.resolve(to)))) {
                for (Edit edit : differences.toFileHeader(file).toEditList()) {
                    lines += edit.getLengthA() + edit.getLengthB();
                }
            }
            return OptionalInt.of(lines);
        } catch (IOException | RuntimeException e) {
            // also a commit that is gone, as after a rebase
            return OptionalInt.empty();
        }
    }

    private static Repository open(Path root) throws IOException {
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(root.toFile());
        if (builder.getGitDir() == null) {
            throw new IOException("no repository around " + root);
        }
        return builder.setMustExist(true).build();
    }
}
