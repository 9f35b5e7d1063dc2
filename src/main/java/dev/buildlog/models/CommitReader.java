package dev.buildlog.models;

import dev.buildlog.journal.Checkout;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.ChangedFile;
import dev.buildlog.model.Commit;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.io.DisabledOutputStream;
import org.jspecify.annotations.Nullable;

/** Reads commits with JGit: runs no program, and neither filters nor hooks of the repository. */
final class CommitReader {

    /** Larger files count as binary. */
    private static final int LARGEST = 5 << 20;

    private CommitReader() {}

    /**
     * The commit {@code hash} in the repository of {@code checkout}.
     *
     * @throws BuildlogException if there is no such commit, or it cannot be read
     */
    static Commit read(Checkout checkout, String hash) {
        if (!ObjectId.isId(hash)) {
            throw new BuildlogException("'" + hash + "' is no full hash of a commit");
        }
        try (Repository repository = open(checkout);
                RevWalk walk = new RevWalk(repository)) {
            RevCommit commit = walk.parseCommit(ObjectId.fromString(hash));
            RevTree before = commit.getParentCount() == 0 ? null : walk.parseCommit(commit.getParent(0)).getTree();
            PersonIdent committer = commit.getCommitterIdent();
            Instant at = committer.getWhenAsInstant();
            return new Commit(checkout.project().id(), commit.name(), checkout.branch(),
                    at.atZone(committer.getZoneId() == null ? ZoneOffset.UTC : committer.getZoneId()).toLocalDate(), at,
                    commit.getFullMessage().replace("\r\n", "\n").replace('\r', '\n').strip(),
                    files(repository, before, commit.getTree()));
        } catch (IOException | IllegalArgumentException e) {
            throw new BuildlogException(BuildlogException.Kind.FAILED, "commit " + hash + " cannot be read in " + checkout.root()
                    + ": " + e.getMessage(), e);
        }
    }

    private static Repository open(Checkout checkout) throws IOException {
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(checkout.root().toFile());
        if (builder.getGitDir() == null) {
            throw new BuildlogException(checkout.root() + " is in no git repository");
        }
        return builder.setMustExist(true).build();
    }

    private static List<ChangedFile> files(Repository repository, @Nullable RevTree before, RevTree after) throws IOException {
        List<ChangedFile> files = new ArrayList<>();
        try (DiffFormatter differ = new DiffFormatter(DisabledOutputStream.INSTANCE)) {
            differ.setRepository(repository);
            differ.setDetectRenames(true);
            differ.setBinaryFileThreshold(LARGEST);
            for (DiffEntry entry : differ.scan(before, after)) {
                int added = 0;
                int removed = 0;
                for (Edit edit : differ.toFileHeader(entry).toEditList()) {
                    added += edit.getLengthB();
                    removed += edit.getLengthA();
                }
                files.add(new ChangedFile(entry.getChangeType() == DiffEntry.ChangeType.DELETE ? entry.getOldPath()
                        : entry.getNewPath(), added, removed));
            }
        }
        files.sort(Comparator.comparing(ChangedFile::path));
        return files;
    }
}
