package dev.buildlog.ledger;

import dev.buildlog.model.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The fact that a holder had an entry in some reading, or no longer had it, at an instant.
 *
 * @param reading number of the reading; null if the holder no longer had the entry
 * @param at microseconds since 1970
 */
record Observation(String id, long holder, long entry, @Nullable Long reading, long at) {

    /**
     * @param name what was observed, independent of any number given here: a fact has the same id in whatever order the facts
     *     arrive
     */
    static Observation of(String name, long holder, long entry, @Nullable Long reading, Instant at) {
        long micros = EntryRecorder.micros(at);
        return new Observation(Sha256.of(name + "\n" + micros), holder, entry, reading, micros);
    }

    /** Total order of the observations of one holder and entry. */
    boolean isAfter(Observation other) {
        return at != other.at ? at > other.at : id.compareTo(other.id) > 0;
    }

    /**
     * Stores the fact; false if it is known already.
     *
     * @param origin by which way it came first
     */
    boolean insert(JdbcTemplate db, String origin) {
        return db.update("insert into observation (id, holder_id, entry_id, reading_id, observed_at, origin)"
                + " values (?,?,?,?,?,?) on conflict do nothing", id, holder, entry, reading, at, origin) == 1;
    }

    /**
     * Makes this what its holder has of its entry.
     *
     * @param current number of the reading; null if the holder no longer has the entry, or is gone itself
     */
    void hold(JdbcTemplate db, @Nullable Long current) {
        db.update("insert into holding (holder_id, entry_id, reading_id, observation, observed_at) values (?,?,?,?,?)"
                + " on conflict (holder_id, entry_id) do update set reading_id = excluded.reading_id,"
                + " observation = excluded.observation, observed_at = excluded.observed_at", holder, entry, current, id, at);
    }

    /** What {@code holder} has of {@code entry}; null if it never had it. */
    static @Nullable Observation holding(JdbcTemplate db, long holder, long entry) {
        List<Observation> found = db.query("select observation, holder_id, entry_id, reading_id, observed_at from holding"
                + " where holder_id = ? and entry_id = ?", (row, n) -> map(row), holder, entry);
        return found.isEmpty() ? null : found.get(0);
    }

    /** Everything {@code holder} has. */
    static List<Observation> heldBy(JdbcTemplate db, long holder) {
        return db.query("select observation, holder_id, entry_id, reading_id, observed_at from holding"
                + " where holder_id = ? and reading_id is not null", (row, n) -> map(row), holder);
    }

    private static Observation map(ResultSet row) throws SQLException {
        long reading = row.getLong(4);
        return new Observation(row.getString(1), row.getLong(2), row.getLong(3), row.wasNull() ? null : reading,
                row.getLong(5));
    }
}
