package dev.buildlog.ledger;

import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Insight;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was taken from a version of an entry: the reading and its insights, each tied to the statement it makes. */
final class Readings {

    private final JdbcTemplate db;

    Readings(JdbcTemplate db) {
        this.db = db;
    }

    /** Stores the insights of {@code entry} unless this recipe has read this version before; returns the reading's number. */
    long record(long entryId, EntryVersion entry, String recipe) {
        List<Long> known = db.queryForList("select id from reading where entry_id = ? and content_hash = ? and recipe = ?",
                Long.class, entryId, entry.contentHash(), recipe);
        if (!known.isEmpty()) {
            return known.get(0);
        }
        long reading = Objects.requireNonNull(db.queryForObject(
                "insert into reading (entry_id, content_hash, recipe, date, title) values (?,?,?,?,?) returning id", Long.class,
                entryId, entry.contentHash(), recipe, entry.date().toString(), entry.title()));
        Statements statements = Statements.of(db, entry.project(), entry.insights());
        List<Object[]> rows = new ArrayList<>(entry.insights().size());
        for (Insight insight : entry.insights()) {
            rows.add(new Object[] {
                reading, rows.size(), statements.number(insight), statements.print(insight), insight.text(), insight.line(),
                insight.section(), insight.quote(), insight.extractor()
            });
        }
        db.batchUpdate("insert into insight (reading_id, ordinal, statement_id, print_id, text, line, section, quote, extractor)"
                + " values (?,?,?,?,?,?,?,?,?)", rows);
        return reading;
    }

    /** The statements that these readings make; none for no reading. */
    Set<Long> statements(@Nullable Long... readings) {
        return new HashSet<>(Rows.list(db, "select statement_id from insight where reading_id in (?)",
                Stream.of(readings).filter(Objects::nonNull).toList(), (row, n) -> row.getLong(1)));
    }
}
