package dev.buildlog.journal;

import dev.buildlog.model.Commit;
import java.nio.file.Path;

/** Which project and checkout a path belongs to. Implementations only read, and run no program. */
public interface Repositories {

    /**
     * The checkout around a file or folder; outside a repository, the folder itself with an empty branch.
     *
     * @throws dev.buildlog.model.BuildlogException if the path is not there, or its repository is damaged
     */
    Checkout locate(Path anywhereInside);

    /**
     * Whether a holder of this root and branch can still hold entries: the branch exists, or is checked out without a
     * commit yet. {@code (detached)} exists while HEAD names a commit, the empty branch while the root is in no repository.
     *
     * @param root a root that {@link #locate} gave
     * @throws dev.buildlog.model.BuildlogException if the root is not there, or its repository is damaged
     */
    boolean branchExists(Path root, String branch);

    /**
     * Whether git is at work in this checkout just now (it holds its index lock), so that files and branch may not belong
     * together. A lock left behind by a git that died does not count for ever.
     */
    boolean isBusy(Path root);

    /**
     * What tells the clone around {@code root} from every other one, wherever it lies and whatever its remote is called; all its
     * work trees have the same. Empty where nothing does.
     */
    String mark(Path root);

    /**
     * A commit of the repository around {@code root}.
     *
     * @param hash full hash in lower-case hex
     * @throws dev.buildlog.model.BuildlogException if there is no such commit, or it cannot be read
     */
    Commit commit(Path root, String hash);
}
