package dev.buildlog.ledger;

import dev.buildlog.model.ToldFinding;
import dev.buildlog.review.NextAction;
import dev.buildlog.review.StopLevel;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whether a git tree has passed: the last review of a run that saw it ended clean, or somebody answers for what was left. */
public final class Clearances {

    private final Ledger ledger;

    public Clearances(Ledger ledger) {
        this.ledger = ledger;
    }

    /** How a tree stands. */
    public enum State {
        /** Its last review ended clean. */
        CLEAN,
        /** Somebody answers for everything that its last review left. */
        ACCEPTED,
        /** Its last review left something. */
        OPEN,
        /** No review of a run has seen it. */
        UNSEEN
    }

    /**
     * How a tree stands.
     *
     * @param run of its last review; empty for none
     * @param target that was reviewed; empty for none
     * @param open what keeps it from passing
     */
    public record Clearance(State state, String run, String target, List<ToldFinding> open) {

        public boolean passed() {
            return state == State.CLEAN || state == State.ACCEPTED;
        }
    }

    /** How {@code tree} stands on the day {@code today}. */
    public Clearance of(String project, String tree, LocalDate today) {
        return ledger.read(db -> db.query("select v.id, v.action, r.id, r.target, r.stop_at from review v join gauntlet_run r"
                + " on r.id = v.run_id where v.project_id = ? and v.tree = ? order by v.sequence desc limit 1", (row, n) -> {
            if (row.getString(2).equals(NextAction.CLEAN)) {
                return new Clearance(State.CLEAN, row.getString(3), row.getString(4), List.of());
            }
            Set<String> accepted = accepted(db, project, today);
            StopLevel level = StopLevel.of(row.getString(5));
            List<ToldFinding> open = ToldReviews.findings(db, row.getString(1)).stream()
                    .filter(finding -> level.counts(finding.severity()) && !accepted.contains(finding.fingerprint())).toList();
            return new Clearance(open.isEmpty() ? State.ACCEPTED : State.OPEN, row.getString(3), row.getString(4), open);
        }, project, tree).stream().findFirst().orElse(new Clearance(State.UNSEEN, "", "", List.of())));
    }

    private static Set<String> accepted(JdbcTemplate db, String project, LocalDate today) {
        return new HashSet<>(db.queryForList("select f.fingerprint from gauntlet_risk_finding f join gauntlet_risk r"
                + " on r.id = f.risk_id where r.project_id = ? and r.until_day >= ?", String.class, project, today.toString()));
    }
}
