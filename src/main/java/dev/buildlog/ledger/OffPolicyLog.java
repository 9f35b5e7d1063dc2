package dev.buildlog.ledger;

import dev.buildlog.learn.Beta;
import dev.buildlog.learn.ContextKey;
import dev.buildlog.learn.Selection.Fate;
import dev.buildlog.learn.offpolicy.Logged;
import dev.buildlog.learn.offpolicy.Logged.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The draws of a project with what they earned, for estimating what other policies would have. */
public final class OffPolicyLog {

    private final Ledger ledger;

    public OffPolicyLog(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @param rules that the outcome rewards */
    private record Earned(String review, String session, double value, Set<String> rules) {}

    /** @param fate a {@link Fate} */
    private record Candidate(String rule, Beta belief, double propensity, Fate fate) {}

    /**
     * A decision for each review that has an outcome and saw a draw, in the order of the reviews; see {@link Logged}.
     *
     * @param context of the reviews; null for all
     */
    public List<Logged> decisions(String project, @Nullable String context) {
        return ledger.read(db -> {
            SeenSelections seen = new SeenSelections(db, project);
            Map<String, Integer> places = new HashMap<>();
            db.query("select id, k from selection where project_id = ?", row -> {
                places.put(row.getString(1), row.getInt(2));
            }, project);
            Map<String, List<Candidate>> candidates = new HashMap<>();
            List<Logged> decisions = new ArrayList<>();
            for (Earned earned : earned(db, project, context)) {
                String selection = seen.of(earned.review);
                if (!selection.isEmpty()) {
                    List<Option> options = candidates.computeIfAbsent(selection, id -> candidates(db, id)).stream()
                            .map(candidate -> option(candidate, earned)).toList();
                    decisions.add(new Logged(earned.session.isEmpty() ? earned.review : earned.session,
                            places.getOrDefault(selection, 0), options));
                }
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

    private static List<Candidate> candidates(JdbcTemplate db, String selection) {
        return db.query("select rule_id, alpha, beta, propensity, fate from selection_candidate where selection_id = ?"
                + " order by rule_id", (row, n) -> new Candidate(row.getString(1), new Beta(row.getDouble(2), row.getDouble(3)),
                        row.getDouble(4), Fate.valueOf(row.getString(5))), selection);
    }

    private static Option option(Candidate candidate, Earned earned) {
        boolean shown = candidate.fate == Fate.PINNED || candidate.fate == Fate.CHOSEN;
        return new Option(candidate.rule, candidate.belief, candidate.fate == Fate.PINNED, candidate.propensity, shown,
                shown && earned.rules.contains(candidate.rule) ? earned.value : 0);
    }
}
