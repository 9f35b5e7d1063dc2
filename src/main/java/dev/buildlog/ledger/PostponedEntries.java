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

    /** An entry of a checkout. */
    public record Waiting(String project, Holder holder, String path) {}

    /** How many there are, of all projects. */
    public int count() {
        Integer count = ledger.read(db -> db.queryForObject("select count(*)" + LATE, Integer.class));
        return count == null ? 0 : count;
    }

    /** Those with a file, the ones tried longest ago first, at most {@code most}. */
    public List<Waiting> files(int most) {
        return ledger.read(db -> db.query("select o.project_id, o.root, o.branch, e.path" + LATE
                + " where o.root <> '' order by h.observed_at, h.entry_id limit ?", (row, n) -> new Waiting(row.getString(1),
                        new Holder(row.getString(2), row.getString(3)), row.getString(4)), most));
    }

    /** Those without a file, the ones tried longest ago first, at most {@code most}, as observed at {@code now}. */
    public List<EntryVersion> submissions(int most, Instant now) {
        return ledger.read(db -> db.query("select s.project_id, s.path, s.date, s.content_hash, s.text" + LATE
                + " join submission s on s.project_id = e.project_id and s.path = e.path and s.content_hash = r.content_hash"
                + " where o.root = '' order by h.observed_at, h.entry_id limit ?",
                (row, n) -> EntryVersion.of(row.getString(1), Holder.SUBMISSION, row.getString(2),
                        LocalDate.parse(row.getString(3)), row.getString(4), row.getString(5), now), most));
    }
}
