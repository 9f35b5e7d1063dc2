package dev.buildlog.ledger;

import dev.buildlog.learn.Arm;
import dev.buildlog.learn.Beta;
import dev.buildlog.learn.Learned;
import dev.buildlog.learn.Priors;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        db.query("select distinct s.rule_id, l.rule_id from evidence e join statement s on s.project_id = e.project_id"
                + " and s.rule_id = e.rule_id join statement l on l.id = s.leader_id where e.project_id = ?"
                + " order by s.rule_id, l.rule_id", row -> {
            leaders.put(row.getString(1), row.getString(2));
        }, project);
        return new EvidenceFold(db, project).learned().renamed(rule -> leaders.getOrDefault(rule, rule));
    }

    /** The belief about every arm of {@code project} that an outcome has rewarded, by rule and context. */
    public List<Posterior> all(String project, Priors priors) {
        Learned learned = learned(project);
        return learned.evidence().keySet().stream().map(arm -> new Posterior(arm,
                learned.posterior(arm, priors.of(arm.rule())), learned.now(arm).observations())).toList();
    }
}
