package dev.buildlog.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reviews as they were recorded, and what became of them. */
public final class ReviewRecords {

    private final Ledger ledger;

    public ReviewRecords(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * A review.
     *
     * @param action what was to be done after it
     * @param outcome how the work came out; null while nobody has said
     */
    public record Kept(String review, String policy, String context, String session, String commit, String source, String action,
            Instant at, List<KeptFinding> findings, @Nullable Outcome outcome) {}

    /** One of its findings. */
    public record KeptFinding(String severity, String category, String description, String location, String ruleLearned,
            List<Citation> citations) {}

    /**
     * A rule that a finding names.
     *
     * @param credited whether there is such a rule
     * @param reasoning how it applies; may be empty
     */
    public record Citation(String rule, boolean credited, String reasoning) {}

    /**
     * The outcome that counts: the last that was told.
     *
     * @param value 0 to 1
     * @param rules that it rewards
     */
    public record Outcome(String reward, String outcome, double value, List<String> rules) {}

    /** The review {@code id} of {@code project}. */
    public Optional<Kept> find(String project, String id) {
        return ledger.read(db -> db.query("select id, policy, context, session, commit_hash, source, action, reviewed_at"
                + " from review where project_id = ? and id = ?", (row, n) -> kept(db, row), project, id)).stream().findFirst();
    }

    private static Kept kept(JdbcTemplate db, ResultSet row) throws SQLException {
        String id = row.getString(1);
        List<KeptFinding> findings = db.query("select ordinal, severity, category, description, location, rule_learned"
                + " from finding where review_id = ? order by ordinal", (found, n) -> new KeptFinding(found.getString(2),
                        found.getString(3), found.getString(4), found.getString(5), found.getString(6),
                        citations(db, id, found.getInt(1))), id);
        Outcome outcome = db.query("select id, outcome, value from reward where review_id = ? order by sequence desc limit 1",
                (told, n) -> new Outcome(told.getString(1), told.getString(2), told.getDouble(3), db.queryForList(
                        "select rule_id from reward_rule where reward_id = ? order by rule_id", String.class, told.getString(1))),
                id).stream().findFirst().orElse(null);
        return new Kept(id, row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6),
                row.getString(7), EntryRecorder.instant(row.getLong(8)), findings, outcome);
    }

    private static List<Citation> citations(JdbcTemplate db, String review, int ordinal) {
        return db.query("select rule_id, credited, reasoning from citation where review_id = ? and ordinal = ?"
                + " order by credited desc, rule_id", (row, n) -> new Citation(row.getString(1), row.getInt(2) == 1,
                        row.getString(3)), review, ordinal);
    }
}
