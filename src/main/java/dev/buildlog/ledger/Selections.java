package dev.buildlog.ledger;

import dev.buildlog.learn.Selection;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;

/** Records draws, with the probabilities that they were made with. */
public final class Selections {

    private final Ledger ledger;

    public Selections(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Records one draw; the same id again changes nothing. The project must be registered. */
    public void record(String id, String project, String context, Selection selection, Instant at) {
        ledger.write(db -> store(db, id, project, context, selection, EntryRecorder.micros(at)));
    }

    private static boolean store(JdbcTemplate db, String id, String project, String context, Selection selection, long at) {
        int stored = db.update("insert into selection (id, project_id, context, seed, k, hold_out, selected_at)"
                + " values (?,?,?,?,?,?,?) on conflict do nothing", id, project, context, selection.seed(), selection.k(),
                selection.holdOut(), at);
        if (stored == 1) {
            Rows.batch(db, "insert into selection_candidate (selection_id, rule_id, rank, alpha, beta, propensity, fate)"
                    + " values (?,?,?,?,?,?,?)", selection.candidates().stream().map(c -> new Object[] {id, c.rule(), c.rank(),
                        c.belief().alpha(), c.belief().beta(), c.propensity(), c.fate().name()}).toList());
        }
        return stored == 1;
    }
}
