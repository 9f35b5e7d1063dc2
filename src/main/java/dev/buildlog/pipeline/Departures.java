package dev.buildlog.pipeline;

import dev.buildlog.journal.Checkout;
import dev.buildlog.model.Holder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Ends what is held by branches and checkouts that no longer exist.
 *
 * <p>A branch that is merely not checked out goes on holding its entries. A checkout whose folder is gone is only let go when
 * another one of the same project is there, so that a disk that is not mounted takes nothing away.
 */
final class Departures {

    private final Core core;

    Departures(Core core) {
        this.core = core;
    }

    /** Looks at every holder of the project of {@code present}, a checkout that is known to be there. */
    void release(Checkout present) {
        String project = present.project().id();
        for (Holder holder : core.projects().holders(project)) {
            if (!holder.isSubmission() && !holder.equals(present.holder()) && hasDeparted(holder)) {
                core.recorder().release(project, holder, core.instant());
            }
        }
    }

    private boolean hasDeparted(Holder holder) {
        Path root = Path.of(holder.root());
        return !Files.exists(root) || !core.repositories().branchExists(root, holder.branch());
    }
}
