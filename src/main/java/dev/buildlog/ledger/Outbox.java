package dev.buildlog.ledger;

import dev.buildlog.emission.Emission;
import dev.buildlog.model.Artifact;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** Artifacts that were recorded with the facts behind them and wait to be dropped. The emit route empties it. */
public final class Outbox {

    private final Ledger ledger;

    public Outbox(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Whether anything waits. */
    public boolean waiting() {
        return !ledger.read(db -> db.queryForList("select 1 from outbox where dropped_at is null limit 1", Integer.class))
                .isEmpty();
    }

    /** How many artifacts wait. */
    public int count() {
        return ledger.read(db -> Objects.requireNonNull(db.queryForObject(
                "select count(*) from outbox where dropped_at is null", Integer.class)));
    }

    /**
     * Leaves an artifact in the transaction of the facts it tells of. Its name is decided here, so that it has the same one
     * however often it is dropped. The row of the highest number is never deleted, so no number is given twice.
     */
    static void leave(JdbcTemplate db, Emission emission) {
        Long sequence = db.queryForObject("select coalesce(max(id), 0) + 1 from outbox", Long.class);
        Artifact artifact = emission.numbered(Objects.requireNonNull(sequence));
        db.update("insert into outbox (id, name, type, project_id, json) values (?,?,?,?,?)", sequence, artifact.name(),
                artifact.type(), artifact.project(), artifact.json());
    }
}
