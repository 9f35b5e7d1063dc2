package dev.buildlog.ledger;

import dev.buildlog.model.Assessment;
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

    /** Ends the recipe of a reading that lacks a step which could not be taken then. */
    static final String LATER = "-later";

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
                insight.section(), insight.quote(), insight.extractor(), insight.hearsay()
            });
        }
        db.batchUpdate("insert into insight (reading_id, ordinal, statement_id, print_id, text, line, section, quote, extractor,"
                + " hearsay) values (?,?,?,?,?,?,?,?,?,?)", rows);
        judge(reading, entry.insights(), statements);
        return reading;
    }

    /** Stores what a model said of the insights, where one was asked. */
    private void judge(long reading, List<Insight> insights, Statements statements) {
        List<Object[]> assessments = new ArrayList<>();
        List<Object[]> wordings = new ArrayList<>();
        for (int i = 0; i < insights.size(); i++) {
            Insight insight = insights.get(i);
            Assessment judged = insight.assessment();
            if (judged != null) {
                assessments.add(new Object[] {
                    reading, i, judged.severity(), judged.scope(), String.join("\n", judged.applicability())
                });
            }
            if (!insight.wording().isEmpty()) {
                wordings.add(new Object[] {statements.number(insight), reading, i, insight.wording()});
            }
        }
        Rows.batch(db, "insert into assessment (reading_id, ordinal, severity, scope, applicability) values (?,?,?,?,?)",
                assessments);
        Rows.batch(db, "insert into wording (statement_id, reading_id, ordinal, text) values (?,?,?,?)", wordings);
    }

    /** The statements that these readings make; none for no reading. */
    Set<Long> statements(@Nullable Long... readings) {
        return new HashSet<>(Rows.list(db, "select statement_id from insight where reading_id in (?)",
                Stream.of(readings).filter(Objects::nonNull).toList(), (row, n) -> row.getLong(1)));
    }
}
