package dev.buildlog.ledger;

import dev.buildlog.model.DeadLetter;
import dev.buildlog.model.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Messages that could not be processed. The same message failing again is the same dead letter, with one more attempt. */
public final class DeadLetters {

    private static final String SELECT =
            "select id, door, project_id, subject, message, cause, route, failed_at, attempts from dead_letter";

    private final Ledger ledger;
    private final Clock clock;

    public DeadLetters(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Keeps a message; on disk when this returns. */
    public void add(String door, String project, String subject, String message, String cause, String route) {
        String key = Sha256.of(door + "\n" + project + "\n" + subject);
        ledger.write(db -> db.update("insert into dead_letter (key, door, project_id, subject, message, cause, route, failed_at,"
                + " attempts) values (?,?,?,?,?,?,?,?,1) on conflict (key) do update set message = excluded.message,"
                + " cause = excluded.cause, route = excluded.route, failed_at = excluded.failed_at, attempts = attempts + 1",
                key, door, project, subject, Tombstones.erase(Tombstones.of(db), message),
                Tombstones.erase(Tombstones.of(db), cause), route, clock.instant().toString()));
    }

    /** All dead letters, oldest first. */
    public List<DeadLetter> all() {
        return ledger.read(db -> db.query(SELECT + " order by id", (row, n) -> map(row)));
    }

    public Optional<DeadLetter> find(long id) {
        return ledger.read(db -> db.query(SELECT + " where id = ?", (row, n) -> map(row), id)).stream().findFirst();
    }

    /** Takes a dead letter off the list, after its message went through. */
    public void remove(long id) {
        ledger.write(db -> db.update("delete from dead_letter where id = ?", id));
    }

    /** Takes the dead letters about {@code subject} off the list: a later message about it went through. */
    public void settle(String door, String project, String subject) {
        String key = Sha256.of(door + "\n" + project + "\n" + subject);
        if (ledger.read(db -> db.queryForList("select id from dead_letter where key = ?", Long.class, key)).isEmpty()) {
            return;
        }
        ledger.write(db -> db.update("delete from dead_letter where key = ?", key));
    }

    private static DeadLetter map(ResultSet row) throws SQLException {
        return new DeadLetter(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5),
                row.getString(6), row.getString(7), Instant.parse(row.getString(8)), row.getInt(9));
    }
}
