package dev.buildlog.ledger;

import dev.buildlog.model.ToldFinding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Questions about reviews and runs that were recorded. */
public final class ToldReviews {

    private static final String FINDINGS = "select fingerprint, severity, category, description, location from finding"
            + " where review_id = ? order by ordinal";

    private final Ledger ledger;

    public ToldReviews(Ledger ledger) {
        this.ledger = ledger;
    }

    /** A finding with what it taught and cited; {@code invented} are ids that no rule had. */
    public record Found(ToldFinding finding, String ruleLearned, List<String> credited, List<String> invented) {}

    /** A review as it was recorded. */
    public record Told(String id, String run, int iteration, String policy, String context, String session, String commit,
            String tree, String source, String action, Instant at, List<Found> findings) {}

    /** The review with this id, if the project has it. */
    public Optional<Told> find(String project, String id) {
        return ledger.read(db -> {
            Map<Integer, List<String>> credited = new TreeMap<>();
            Map<Integer, List<String>> invented = new TreeMap<>();
            db.query("select ordinal, rule_id, credited from citation where review_id = ? order by ordinal, rule_id", row -> {
                (row.getInt(3) == 1 ? credited : invented).computeIfAbsent(row.getInt(1), n -> new ArrayList<>())
                        .add(row.getString(2));
            }, id);
            List<Found> findings = db.query("select fingerprint, severity, category, description, location, rule_learned,"
                    + " ordinal from finding where review_id = ? order by ordinal", (row, n) -> new Found(new ToldFinding(
                    row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)), row.getString(6),
                    credited.getOrDefault(row.getInt(7), List.of()), invented.getOrDefault(row.getInt(7), List.of())), id);
            return db.query("select id, run_id, iteration, policy, context, session, commit_hash, tree, source, action,"
                    + " reviewed_at from review where id = ? and project_id = ?", (row, n) -> new Told(row.getString(1),
                    row.getString(2), row.getInt(3), row.getString(4), row.getString(5), row.getString(6), row.getString(7),
                    row.getString(8), row.getString(9), row.getString(10), EntryRecorder.instant(row.getLong(11)), findings),
                    id, project).stream().findFirst();
        });
    }

    /** The findings of the last review of a run; none if it has had no review. */
    public List<ToldFinding> open(String run) {
        return ledger.read(db -> open(db, run));
    }

    static List<ToldFinding> open(JdbcTemplate db, String run) {
        return db.queryForList("select id from review where run_id = ? order by iteration desc limit 1", String.class, run)
                .stream().flatMap(review -> findings(db, review).stream()).toList();
    }

    static List<ToldFinding> findings(JdbcTemplate db, String review) {
        return db.query(FINDINGS, (row, n) -> new ToldFinding(row.getString(1), row.getString(2), row.getString(3),
                row.getString(4), row.getString(5)), review);
    }

    /**
     * What all reviews of a run have taught so far, in the order in which it was told.
     *
     * @param run id of the run, or of a review that belongs to none
     */
    public List<String> learned(String run) {
        return ledger.read(db -> db.queryForList("select f.rule_learned from finding f join review v on v.id = f.review_id"
                + " where f.rule_learned <> '' and (v.run_id = ? or v.id = ?) order by v.sequence, f.ordinal", String.class,
                run, run));
    }
}
