package dev.buildlog.ledger;

import dev.buildlog.model.RefusedException;
import dev.buildlog.model.Review;
import dev.buildlog.review.NextAction;
import dev.buildlog.review.StopLevel;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The place of a review in its run.
 *
 * @param run id of the run; empty for none
 * @param number from 1; 0 without a run
 * @param most how many reviews the run may have
 * @param stopAt what keeps the run from being clean
 * @param policy that the run says the work was done under
 * @param context of the run
 * @param session that the run names
 * @param tree that the run was begun with
 */
record Iteration(String run, int number, int most, StopLevel stopAt, String policy, String context, String session,
        String tree) {

    private static final Iteration ALONE = new Iteration("", 0, 0, StopLevel.MINORS, "", "", "", "");

    /**
     * The place of {@code review}, which is not stored yet.
     *
     * @throws RefusedException if the project has no such run, or the run has had all its reviews
     */
    static Iteration next(JdbcTemplate db, Review review) {
        if (review.run().isEmpty()) {
            return ALONE;
        }
        Integer before = db.queryForObject("select count(*) from review where run_id = ?", Integer.class, review.run());
        Iteration next = db.query("select max_iterations, stop_at, policy, context, session, tree from gauntlet_run"
                + " where id = ? and project_id = ?", (row, n) -> new Iteration(review.run(), before + 1, row.getInt(1),
                StopLevel.of(row.getString(2)), row.getString(3), row.getString(4), row.getString(5), row.getString(6)),
                review.run(), review.project()).stream().findFirst().orElseThrow(() -> new RefusedException(
                "this project has no run '" + review.run() + "': begin one with 'buildlog gauntlet loop TARGET', or leave it out"
                + " to have citations checked against all rules of the project and its personas"));
        if (next.number > next.most) {
            throw new RefusedException("the run " + review.run() + " has had its " + next.most + " reviews: accept what is left,"
                    + " or begin a new run");
        }
        return next;
    }

    /** What whoever asked for the review does next. */
    String action(Collection<String> severities) {
        return run.isEmpty() ? NextAction.after(severities) : NextAction.after(severities, stopAt, number == most);
    }

    /** Ids that were issued for the run; empty without a run. */
    Optional<Set<String>> issued(JdbcTemplate db) {
        return run.isEmpty() ? Optional.empty() : Optional.of(new HashSet<>(db.queryForList(
                "select rule_id from gauntlet_issued where run_id = ?", String.class, run)));
    }

    /** The review with what it leaves to its run. */
    Review complete(Review review) {
        return run.isEmpty() ? review : new Review(review.id(), review.project(), or(review.policy(), policy),
                review.context() == null ? context : review.context(), or(review.session(), session), review.commit(),
                review.source(), run, or(review.tree(), number == 1 ? tree : ""), review.findings(), review.at(), review.origin());
    }

    private static String or(String told, String otherwise) {
        return told.isEmpty() ? otherwise : told;
    }
}
