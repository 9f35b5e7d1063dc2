package dev.buildlog.ledger;

import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Holder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Entries that are held as they were read without a step that could not be taken; a reading without it says so itself. */
public final class PostponedEntries {

    private static final String LATE = " from holding h join reading r on r.id = h.reading_id and r.recipe like '%"
            + Readings.LATER + "' join entry e on e.id = h.entry_id join holder o on o.id = h.holder_id";

    private final Ledger ledger;

    public PostponedEntries(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Paths of those that {@code holder} has, the ones tried longest ago first, at most {@code most}. */
    public List<String> of(String project, Holder holder, int most) {
        return ledger.read(db -> db.queryForList("select e.path" + LATE
                + " where o.project_id = ? and o.root = ? and o.branch = ? order by h.observed_at, h.entry_id limit ?",
                String.class, project, holder.root(), holder.branch(), most));
    }

    /** Those of {@code project} without a file, as they were submitted, in the same order, as observed at {@code now}. */
    public List<EntryVersion> submissions(String project, int most, Instant now) {
        return ledger.read(db -> db.query("select s.path, s.date, s.content_hash, s.text" + LATE
                + " join submission s on s.project_id = e.project_id and s.path = e.path and s.content_hash = r.content_hash"
                + " where o.project_id = ? and o.root = '' order by h.observed_at, h.entry_id limit ?",
                (row, n) -> EntryVersion.of(project, Holder.SUBMISSION, row.getString(1), LocalDate.parse(row.getString(2)),
                        row.getString(3), row.getString(4), now), project, most));
    }

    /** Whether {@code entry} still waits. */
    public boolean holds(EntryVersion entry) {
        return !ledger.read(db -> db.queryForList("select 1" + LATE
                + " where o.project_id = ? and o.root = ? and o.branch = ? and e.path = ?", Integer.class, entry.project(),
                entry.holder().root(), entry.holder().branch(), entry.path())).isEmpty();
    }

    /** How many there are, of all projects. */
    public int count() {
        Integer count = ledger.read(db -> db.queryForObject("select count(*)" + LATE, Integer.class));
        return count == null ? 0 : count;
    }
}
