package dev.buildlog.ledger;

import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Holder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Entries without a file, as they were submitted (and redacted): read again from here when the recipe changes. */
public final class Submissions {

    private final Ledger ledger;

    public Submissions(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The submissions in force of {@code project} that {@code recipe} has not read. */
    public List<EntryVersion> unread(String project, String recipe, Instant now) {
        return ledger.read(db -> db.query("select s.path, s.date, r.content_hash, s.text from submission s"
                + " join entry e on e.project_id = s.project_id and e.path = s.path"
                + " join holding h on h.entry_id = e.id join holder o on o.id = h.holder_id and o.root = ''"
                + " join reading r on r.id = h.reading_id"
                + " where s.project_id = ? and r.recipe <> ? and s.content_hash = r.content_hash",
                (row, n) -> EntryVersion.of(project, Holder.SUBMISSION, row.getString(1), LocalDate.parse(row.getString(2)),
                        row.getString(3), row.getString(4), now), project, recipe));
    }

    /** Whether {@code path} is a submission in force with this content. */
    public boolean holds(String project, String path, String contentHash) {
        return !ledger.read(db -> db.queryForList("select 1 from holding h join holder o on o.id = h.holder_id and o.root = ''"
                + " join entry e on e.id = h.entry_id join reading r on r.id = h.reading_id where e.project_id = ? and e.path = ?"
                + " and r.content_hash = ?", Integer.class, project, path, contentHash)).isEmpty();
    }

    /** Whether {@code path} is a submission in force. */
    public boolean holds(String project, String path) {
        return !ledger.read(db -> db.queryForList("select 1 from holding h join holder o on o.id = h.holder_id and o.root = ''"
                + " join entry e on e.id = h.entry_id where e.project_id = ? and e.path = ? and h.reading_id is not null",
                Integer.class, project, path)).isEmpty();
    }
}
