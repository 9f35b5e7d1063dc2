package dev.buildlog.ledger;

import dev.buildlog.curate.Similarity;
import dev.buildlog.model.BuildlogException;
import java.util.Map;

/** Makes two projects one, for instance those of two remotes of one repository. */
public final class ProjectMerge {

    private final Ledger ledger;
    private final Map<String, Similarity> similarities;

    public ProjectMerge(Ledger ledger, Map<String, Similarity> similarities) {
        this.ledger = ledger;
        this.similarities = Map.copyOf(similarities);
    }

    /**
     * Has everything that is known of {@code from} be known of {@code into}, in one transaction; the id {@code from} goes on
     * standing for it.
     *
     * @return number of rules in the ledger afterwards
     * @throws BuildlogException if one of them is not known, or both are the same
     */
    public int merge(String from, String into) {
        return ledger.write(db -> {
            String source = Projects.canonical(db, from);
            String target = Projects.canonical(db, into);
            Reviews.requireProject(db, source);
            Reviews.requireProject(db, target);
            if (source.equals(target)) {
                throw new BuildlogException(from + " and " + into + " are the same project already");
            }
            // dead letters carry the id inside, too
            db.update("update dead_letter set message = replace(message, ?, ?) where project_id = ?",
                    '"' + source + '"', '"' + target + '"', source);
            Rebuild.empty(db);
            // a key that holds the project's id and those that refer to it change one after the other
            db.execute("pragma defer_foreign_keys = on");
            new Merging(db).move(source, target);
            return Rebuild.refold(db, similarities, percent -> {});
        });
    }
}
