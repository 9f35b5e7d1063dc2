package dev.buildlog.journal;

import dev.buildlog.model.Holder;
import dev.buildlog.model.Project;
import java.nio.file.Path;

/**
 * A project as it lies on disk.
 *
 * @param project the project; the same for all its checkouts
 * @param root real path of the work tree's root
 * @param branch as in {@link Holder#branch()}
 */
public record Checkout(Project project, Path root, String branch) {

    /** Who holds the entries found here now. */
    public Holder holder() {
        return new Holder(root.toString(), branch);
    }

    /** This checkout as one of {@code known}. */
    public Checkout of(Project known) {
        return new Checkout(known, root, branch);
    }
}
