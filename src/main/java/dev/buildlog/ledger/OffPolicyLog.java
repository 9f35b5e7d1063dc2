package dev.buildlog.ledger;

import dev.buildlog.learn.ContextKey;
import dev.buildlog.learn.Selection;
import dev.buildlog.learn.Selection.Fate;
import dev.buildlog.learn.offpolicy.Logged;
import dev.buildlog.learn.offpolicy.Logged.Option;
import dev.buildlog.ledger.Selections.Made;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The draws of a project with what they earned, for estimating what other policies would have. */
public final class OffPolicyLog {

    private final Ledger ledger;
    private final Selections selections;

    public OffPolicyLog(Ledger ledger) {
        this.ledger = ledger;
        this.selections = new Selections(ledger);
    }

    /** @param rules that the outcome rewards */
    private record Earned(String review, String session, double value, Set<String> rules) {}

    /**
     * A decision for each review that has an outcome and saw a draw, in the order of the reviews; see {@link Logged}.
     *
     * @param context of the reviews; null for all
     */
    public List<Logged> decisions(String project, @Nullable String context) {
        return ledger.read(db -> {
            SeenSelections seen = new SeenSelections(db, project);
            Map<String, Optional<Selection>> draws = new HashMap<>();
            List<Logged> decisions = new ArrayList<>();
            for (Earned earned : earned(db, project, context)) {
                draws.computeIfAbsent(seen.of(earned.review), id -> selections.of(id).map(Made::selection))
                        .ifPresent(draw -> decisions.add(decision(draw, earned)));
            }
            return decisions;
        });
    }

    /** Of several outcomes of a review the last counts. */
    private static List<Earned> earned(JdbcTemplate db, String project, @Nullable String context) {
        Map<String, Set<String>> rules = new HashMap<>();
        db.query("select m.reward_id, m.rule_id from reward_rule m join reward r on r.id = m.reward_id where r.project_id = ?",
                row -> {
                    rules.computeIfAbsent(row.getString(1), id -> new TreeSet<>()).add(row.getString(2));
                }, project);
        return db.query("select v.id, v.session, r.value, r.id from review v join reward r on r.review_id = v.id"
                + " where v.project_id = ? and (? = '' or v.context = ?) and not exists (select 1 from reward l"
                + " where l.review_id = v.id and (l.sequence > r.sequence or l.sequence = r.sequence and l.id > r.id))"
                + " order by v.sequence, v.id", (row, n) -> new Earned(row.getString(1), row.getString(2), row.getDouble(3),
                        rules.getOrDefault(row.getString(4), Set.of())), project, context == null ? "" : ContextKey.of(context),
                ContextKey.of(context));
    }

    /** The places are those that were taken, as tokens may have run out before places did. */
    private static Logged decision(Selection draw, Earned earned) {
        int places = (int) draw.candidates().stream().filter(one -> one.isShown() || one.fate() == Fate.WITHHELD).count();
        return new Logged(earned.session.isEmpty() ? earned.review : earned.session, places, draw.budget(),
                draw.candidates().stream().map(one -> new Option(one.rule(), one.belief(), one.cost(), one.fate() == Fate.PINNED,
                        one.propensity(), one.isShown(),
                        one.isShown() && earned.rules.contains(one.rule()) ? earned.value : 0)).toList());
    }
}
