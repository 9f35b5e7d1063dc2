package dev.buildlog.ledger;

import dev.buildlog.journal.Known;
import dev.buildlog.journal.Stamp;
import dev.buildlog.model.Holder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each holder is known to have, so that a look at the files tells what changed without reading them. */
public final class KnownEntries {

    private final Ledger ledger;

    public KnownEntries(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The latest instant of any observation or decision; 1970 if there is none. */
    public Instant latest() {
        Long micros = ledger.read(db -> db.queryForObject("select max(at) from (select max(observed_at) as at from observation"
                + " union all select max(decided_at) from decision) t", Long.class));
        return EntryRecorder.instant(micros == null ? 0 : micros);
    }

    /** A text that changes with what {@code holder} has. */
    public String state(String project, Holder holder) {
        return ledger.remembered("held " + project + holder, db -> db.queryForObject("select count(*) || ' ' || coalesce(sum(h.reading_id), 0) from holder o"
                + " join holding h on h.holder_id = o.id where o.project_id = ? and o.root = ? and o.branch = ?", String.class,
                project, holder.root(), holder.branch()));
    }

    /** What {@code holder} has, by path. */
    public Map<String, Known> of(String project, Holder holder) {
        return find(project, holder, null);
    }

    /** What {@code holder} has at {@code path}: one entry or none. */
    public Map<String, Known> of(String project, Holder holder, String path) {
        return find(project, holder, path);
    }

    private Map<String, Known> find(String project, Holder holder, @Nullable String path) {
        Map<String, Known> known = new HashMap<>();
        boolean all = path == null;
        ledger.read(db -> {
            db.query("select e.path, r.content_hash, replace(r.recipe, '" + Readings.LATER + "', ''),"
                    + " coalesce(s.size, -1), coalesce(s.modified, -1),"
                    + " coalesce(s.seen_at, 0) from holder o join holding h on h.holder_id = o.id"
                    + " join entry e on e.id = h.entry_id join reading r on r.id = h.reading_id"
                    + " left join stamp s on s.holder_id = h.holder_id and s.entry_id = h.entry_id"
                    + " where o.project_id = ? and o.root = ? and o.branch = ?" + (all ? "" : " and e.path = ?"),
                    row -> {
                        known.put(row.getString(1), new Known(row.getString(2), new Stamp(row.getLong(4), row.getLong(5)),
                                EntryRecorder.instant(row.getLong(6)), row.getString(3)));
                    }, all
                            ? new Object[] {project, holder.root(), holder.branch()}
                            : new Object[] {project, holder.root(), holder.branch(), path});
            return known;
        });
        return known;
    }

    /** Remembers the size and time of files as they were seen, by path; entries that nobody recorded are passed over. */
    public void remember(String project, Holder holder, Map<String, Stamp> seen, Instant at) {
        if (seen.isEmpty()) {
            return;
        }
        ledger.write(db -> {
            long holderId = Names.holder(db, project, holder);
            List<Object[]> rows = new ArrayList<>();
            seen.forEach((path, stamp) -> rows.add(new Object[] {
                holderId, stamp.size(), stamp.modifiedNanos(), EntryRecorder.micros(at), project, path
            }));
            return db.batchUpdate("insert into stamp (holder_id, entry_id, size, modified, seen_at)"
                    + " select ?, id, ?, ?, ? from entry where project_id = ? and path = ?"
                    + " on conflict (holder_id, entry_id) do update set size = excluded.size, modified = excluded.modified,"
                    + " seen_at = excluded.seen_at", rows);
        });
    }
}
