package dev.buildlog.ledger;

import dev.buildlog.learn.Beta;
import dev.buildlog.learn.Selection;
import dev.buildlog.learn.Selection.Considered;
import dev.buildlog.learn.Selection.Fate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** The draws that were made, with the probabilities that they were made with. */
public final class Selections {

    private static final String SELECT = "select id, project_id, context, seed, k, hold_out, budget, others, selected_at"
            + " from selection where ";

    private final Ledger ledger;

    public Selections(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * A draw that was made.
     *
     * @param id {@code sel-} and 12 hex digits
     * @param context a {@link dev.buildlog.learn.ContextKey}
     * @param at when, to the microsecond
     */
    public record Made(String id, String project, String context, Instant at, Selection selection) {}

    /** The last draw of {@code project}, whose policy is in force; empty if there was none yet. */
    public Optional<Made> last(String project) {
        return ledger.remembered("last draw " + project, db -> last(db, project));
    }

    /** Whether {@code project} has a draw. */
    public boolean any(String project) {
        return ledger.read(db -> any(db, project));
    }

    static boolean any(JdbcTemplate db, String project) {
        return !db.queryForList("select 1 from selection where project_id = ? limit 1", Integer.class, project).isEmpty();
    }

    /** All draws of {@code project}, first to last. */
    public List<Made> all(String project) {
        return ledger.read(db -> made(db, "project_id = ? order by sequence", project));
    }

    /** The latest draws of {@code project}, the last one in front. */
    public List<Made> latest(String project, int most) {
        return ledger.read(db -> made(db, "project_id = ? order by sequence desc, id desc limit ?", project, most));
    }

    /** The draw of this id. */
    public Optional<Made> of(String id) {
        return ledger.read(db -> made(db, "id = ?", id).stream().findFirst());
    }

    /** The draw whose policy the reviewer of {@code review} had before him; empty if that is not known. */
    public Optional<Made> seenBy(String review) {
        return ledger.read(db -> made(db, "id in (select selection_id from review where id = ?)", review).stream().findFirst());
    }

    /** Records one draw that another ledger made; the same id again changes nothing. The project must be registered. */
    public void record(Made made) {
        ledger.write(db -> store(db, made));
    }

    static Optional<Made> last(JdbcTemplate db, String project) {
        return made(db, "project_id = ? order by sequence desc, id desc limit 1", project).stream().findFirst();
    }

    /** Stores one draw as the last one; false if it is known already. */
    static boolean store(JdbcTemplate db, Made made) {
        Selection drawn = made.selection;
        Map<Boolean, List<Considered>> candidates = drawn.candidates().stream()
                .collect(Collectors.partitioningBy(one -> one.rank() > 0));
        int stored = db.update("insert into selection (id, project_id, sequence, context, seed, k, hold_out, budget, others,"
                + " selected_at) select ?,?, coalesce(max(sequence), 0) + 1, ?,?,?,?,?,?,? from selection where true"
                + " on conflict do nothing", made.id, made.project, made.context, drawn.seed(), drawn.k(), drawn.holdOut(),
                drawn.budget(), OtherCandidates.text(candidates.get(false)), EntryRecorder.micros(made.at));
        if (stored == 1) {
            Rows.batch(db, "insert into selection_candidate (selection_id, rule_id, rank, alpha, beta, cost, propensity, fate)"
                    + " values (?,?,?,?,?,?,?,?)", candidates.get(true).stream().map(c -> new Object[] {made.id, c.rule(),
                        c.rank(), c.belief().alpha(), c.belief().beta(), c.cost(), c.propensity(), c.fate().name()}).toList());
        }
        return stored == 1;
    }

    private static List<Made> made(JdbcTemplate db, String where, Object... arguments) {
        return db.query(SELECT + where, (row, n) -> {
            List<Considered> candidates = new ArrayList<>(OtherCandidates.of(row.getString(8)));
            candidates.addAll(in(db, row.getString(1)));
            candidates.sort(Comparator.comparing(Considered::rule));
            return new Made(row.getString(1), row.getString(2), row.getString(3),
                    Instant.EPOCH.plus(row.getLong(9), ChronoUnit.MICROS),
                    new Selection(row.getLong(4), row.getInt(5), row.getDouble(6), row.getInt(7), candidates));
        }, arguments);
    }

    private static List<Considered> in(JdbcTemplate db, String selection) {
        return db.query("select rule_id, alpha, beta, cost, rank, propensity, fate from selection_candidate"
                + " where selection_id = ?",
                (row, n) -> new Considered(row.getString(1), new Beta(row.getDouble(2), row.getDouble(3)), row.getInt(4),
                        row.getInt(5), row.getDouble(6), Fate.valueOf(row.getString(7))), selection);
    }
}
