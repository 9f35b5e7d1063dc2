package dev.buildlog.ledger;

import dev.buildlog.learn.Arm;
import dev.buildlog.learn.Evidence;
import dev.buildlog.learn.Learned;
import dev.buildlog.learn.Priors;
import dev.buildlog.learn.Selection.Fate;
import dev.buildlog.learn.proof.Retirement;
import dev.buildlog.learn.proof.Retirement.Earned;
import dev.buildlog.learn.proof.Retirement.Proposal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which rules of a project do not earn their place. */
public final class Retirements {

    private final Ledger ledger;

    public Retirements(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * The live rules that should be retired, by id.
     *
     * @param priors belief about a rule before any outcome
     */
    public List<Proposal> proposals(String project, Priors priors) {
        Learned learned = new Posteriors(ledger).learned(project);
        return ledger.read(db -> {
            CurrentIds ids = new CurrentIds(db, project);
            Map<String, Integer> shown = shown(db, project, ids);
            Map<String, Integer> cited = new HashMap<>();
            db.query("select c.rule_id, count(distinct c.review_id) from citation c join review v on v.id = c.review_id"
                    + " where v.project_id = ? group by c.rule_id", row -> {
                cited.merge(ids.of(row.getString(1)), row.getInt(2), Integer::sum);
            }, project);
            List<String> live = db.queryForList("select id from rule where project_id = ? order by id", String.class, project);
            return Retirement.proposals(mean(db, project), live.stream().distinct().map(rule -> {
                Evidence evidence = evidence(learned, rule);
                return new Earned(rule, evidence.posterior(priors.of(rule)), evidence.observations(),
                        shown.getOrDefault(rule, 0), cited.getOrDefault(rule, 0));
            }).toList());
        });
    }

    private static Evidence evidence(Learned learned, String rule) {
        return learned.evidence().keySet().stream().filter(arm -> arm.rule().equals(rule)).map((Arm arm) -> learned.now(arm))
                .reduce(Evidence.NONE, Evidence::plus);
    }

    /** How many reviews were of work that was done with the rule shown, each rule by the id of today. */
    private static Map<String, Integer> shown(JdbcTemplate db, String project, CurrentIds ids) {
        SeenSelections seen = new SeenSelections(db, project);
        Map<String, Integer> reviews = new HashMap<>();
        db.queryForList("select id from review where project_id = ?", String.class, project)
                .forEach(review -> reviews.merge(seen.of(review), 1, Integer::sum));
        Map<String, Integer> shown = new HashMap<>();
        db.query("select c.selection_id, c.rule_id from selection_candidate c join selection s on s.id = c.selection_id"
                + " where s.project_id = ? and c.fate in (?,?)", row -> {
            shown.merge(ids.of(row.getString(2)), reviews.getOrDefault(row.getString(1), 0), Integer::sum);
        }, project, Fate.CHOSEN.name(), Fate.PINNED.name());
        return shown;
    }

    /** Mean of the outcomes that count; 0 without any. */
    private static double mean(JdbcTemplate db, String project) {
        Double mean = db.queryForObject("select avg(r.value) from reward r where r.project_id = ? and r.review_id <> '' and not"
                + " exists (select 1 from reward l where l.review_id = r.review_id and (l.sequence > r.sequence"
                + " or l.sequence = r.sequence and l.id > r.id))", Double.class, project);
        return mean == null ? 0 : mean;
    }
}
