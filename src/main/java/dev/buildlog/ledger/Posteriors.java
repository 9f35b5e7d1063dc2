package dev.buildlog.ledger;

import dev.buildlog.learn.Arm;
import dev.buildlog.learn.Beta;
import dev.buildlog.learn.Evidence;
import dev.buildlog.learn.Learned;
import dev.buildlog.learn.Priors;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/** Questions about what was learned of the rules of a project. */
public final class Posteriors {

    private final Ledger ledger;

    public Posteriors(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * What is believed of a rule in a context.
     *
     * @param observations number of rewarded reviews in this context, whatever has faded
     */
    public record Posterior(Arm arm, Beta belief, int observations) {

        /** Probability with which the rate lies in the interval that is told. */
        public static final double LEVEL = 0.95;

        /** As it is told to programs: rule, context, alpha, beta, mean, the ends of the interval, observations. */
        public Map<String, Object> fields() {
            Beta.Interval interval = belief.interval(LEVEL);
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("rule", arm.rule());
            fields.put("context", arm.context());
            fields.put("alpha", belief.alpha());
            fields.put("beta", belief.beta());
            fields.put("mean", belief.mean());
            fields.put("low", interval.low());
            fields.put("high", interval.high());
            fields.put("observations", observations);
            return fields;
        }
    }

    /** All evidence of {@code project}, under the ids that rules have today. */
    public Learned learned(String project) {
        return ledger.read(db -> learned(db, project));
    }

    static Learned learned(JdbcTemplate db, String project) {
        Map<String, String> leaders = new HashMap<>();
        db.query("select distinct s.rule_id, l.rule_id from (select rule_id from evidence where project_id = ?"
                + " union select rule_id from imported_arm where project_id = ? union select rule_id from rule_alias"
                + " where project_id = ?) e join statement s on s.project_id = ? and s.rule_id = e.rule_id"
                + " join statement l on l.id = s.leader_id order by s.rule_id, l.rule_id", row -> {
            leaders.put(row.getString(1), row.getString(2));
        }, project, project, project, project);
        return new EvidenceFold(db, project).learned().and(imported(db, project))
                .renamed(rule -> leaders.getOrDefault(rule, rule));
    }

    /** What an earlier tool had learned, under the ids that its rules have here. */
    private static Map<Arm, Evidence> imported(JdbcTemplate db, String project) {
        Map<Arm, Evidence> arms = new HashMap<>();
        db.query("select rule_id, context, successes, failures from imported_arm where project_id = ?", row -> {
            arms.merge(new Arm(RuleAliases.resolve(db, project, row.getString(1)), row.getString(2)),
                    new Evidence(row.getDouble(3), row.getDouble(4), 0, 0), Evidence::plus);
        }, project);
        return arms;
    }

    /** The belief about every arm of {@code project} that an outcome has rewarded, by rule and context. */
    public List<Posterior> all(String project, Priors priors) {
        Learned learned = learned(project);
        return learned.evidence().keySet().stream().map(arm -> new Posterior(arm,
                learned.posterior(arm, priors.of(arm.rule())), learned.now(arm).observations())).toList();
    }
}
