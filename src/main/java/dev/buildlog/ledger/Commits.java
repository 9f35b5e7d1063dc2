package dev.buildlog.ledger;

import dev.buildlog.model.ChangedFile;
import dev.buildlog.model.Commit;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Commits, as hooks leave word of them. */
public final class Commits {

    private final Ledger ledger;

    public Commits(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Records {@code commit}; one that was recorded before changes nothing. The project must be registered. */
    public void record(Commit commit) {
        ledger.write(db -> store(db, Erasure.of(Tombstones.of(db), commit)));
    }

    private static boolean store(JdbcTemplate db, Commit commit) {
        String entry = db.queryForList("select e.path from entry e join holding h on h.entry_id = e.id"
                + " join reading r on r.id = h.reading_id where e.project_id = ? and r.date = ?"
                + " order by h.observed_at desc, e.path limit 1", String.class, commit.project(), commit.date().toString())
                .stream().findFirst().orElse("");
        int stored = db.update("insert into git_commit (project_id, hash, branch, entry_path, message, committed_at,"
                + " origin) values (?,?,?,?,?,?,?) on conflict do nothing", commit.project(), commit.hash(), commit.branch(), entry,
                commit.message(), EntryRecorder.micros(commit.at()), commit.origin());
        if (stored == 1) {
            Rows.batch(db, "insert into git_commit_file (project_id, hash, path, added, removed) values (?,?,?,?,?)"
                    + " on conflict do nothing", commit.files().stream().map(file -> new Object[] {commit.project(),
                        commit.hash(), file.path(), file.added(), file.removed()}).toList());
        }
        return stored == 1;
    }

    /**
     * A commit as a question about it is answered.
     *
     * @param entry path of the journal entry of its day; empty for none
     */
    public record Known(Commit commit, String entry) {}

    /** The commits of {@code project}, newest first, at most {@code most}. */
    public List<Known> latest(String project, int most) {
        return ledger.read(db -> db.query("select hash, branch, entry_path, message, committed_at, origin from git_commit"
                + " where project_id = ? order by committed_at desc, hash limit ?", (row, n) -> {
                    Instant at = EntryRecorder.instant(row.getLong(5));
                    return new Known(new Commit(project, row.getString(1), row.getString(2), at.atZone(ZoneOffset.UTC).toLocalDate(), at,
                            row.getString(4), files(db, project, row.getString(1)), row.getString(6)), row.getString(3));
                }, project, most));
    }

    /** Number of lines that commits made in {@code [from, to)} added or removed. */
    public long changedLines(String project, Instant from, Instant to) {
        Long lines = ledger.read(db -> db.queryForObject("select coalesce(sum(f.added + f.removed), 0) from git_commit c"
                + " join git_commit_file f on f.project_id = c.project_id and f.hash = c.hash"
                + " where c.project_id = ? and c.committed_at >= ? and c.committed_at < ?", Long.class, project,
                EntryRecorder.micros(from), EntryRecorder.micros(to)));
        return lines == null ? 0 : lines;
    }

    private static List<ChangedFile> files(JdbcTemplate db, String project, String hash) {
        return db.query("select path, added, removed from git_commit_file where project_id = ? and hash = ? order by path",
                (row, n) -> new ChangedFile(row.getString(1), row.getInt(2), row.getInt(3)), project, hash);
    }
}
