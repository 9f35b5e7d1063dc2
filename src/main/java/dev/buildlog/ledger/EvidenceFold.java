package dev.buildlog.ledger;

import dev.buildlog.learn.Arm;
import dev.buildlog.learn.Evidence;
import dev.buildlog.learn.HalfLife;
import dev.buildlog.learn.Halving;
import dev.buildlog.learn.Learned;
import dev.buildlog.learn.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps the evidence of a project in line with its outcomes. One that is the latest of all, of a review that had none, costs the
 * work of its own arms; any other has the project folded anew. Both give the same numbers, since both add in the same order.
 */
final class EvidenceFold {

    private final JdbcTemplate db;
    private final String project;

    EvidenceFold(JdbcTemplate db, String project) {
        this.db = db;
        this.project = project;
    }

    /** @param lastReward id of the last outcome that is folded; empty for none */
    private record Head(int reviews, HalfLife halfLife, long lastSequence, String lastReward) {}

    /** Takes in an outcome that is stored already, and notes what that moved at {@code at}. */
    void add(Outcome outcome, long at) {
        if (outcome.review().isEmpty()) {
            return;
        }
        Head head = head();
        boolean first = db.queryForObject("select count(*) from reward where review_id = ? and project_id = ?", Integer.class,
                outcome.review(), project) == 1;
        boolean last = outcome.sequence() > head.lastSequence
                || outcome.sequence() == head.lastSequence && outcome.id().compareTo(head.lastReward) > 0;
        if (first && last && !isHalved(outcome) && (head.reviews == 0 || head.halfLife.equals(outcome.halfLife()))) {
            append(head, outcome, at);
        } else {
            SortedMap<Arm, Evidence> before = evidence(null);
            Learned learned = refold();
            note(outcome.id(), before, learned.evidence(), at);
        }
    }

    /** Takes in halvings that are stored already. */
    void halved(String cause, long at) {
        SortedMap<Arm, Evidence> before = evidence(null);
        note(cause, before, refold().evidence(), at);
    }

    /** Whether {@code outcome} came in after something that makes it count half. */
    private boolean isHalved(Outcome outcome) {
        return !db.queryForList("select 1 from halving where scope in (?, '') and after_reward >= ? limit 1", Integer.class,
                project, outcome.sequence()).isEmpty();
    }

    private List<Halving> halvings() {
        return db.query("select seed_id, rule_id, after_reward from halving where scope in (?, '')",
                (row, n) -> new Halving(row.getString(1), row.getString(2), row.getLong(3)), project);
    }

    /** Folds all outcomes anew. */
    Learned refold() {
        List<Outcome> outcomes = outcomes();
        Learned learned = Learned.from(outcomes, halvings());
        db.update("delete from evidence where project_id = ?", project);
        db.update("delete from learned where project_id = ?", project);
        store(learned.evidence());
        outcomes.stream().filter(outcome -> !outcome.review().isEmpty()).max(Outcome.ORDER).ifPresent(last ->
                store(new Head(learned.reviews(), learned.halfLife(), last.sequence(), last.id())));
        return learned;
    }

    /** What is folded now. */
    Learned learned() {
        Head head = head();
        return new Learned(head.reviews, head.halfLife, evidence(null));
    }

    private void append(Head head, Outcome outcome, long at) {
        int review = head.reviews + 1;
        SortedMap<Arm, Evidence> before = evidence(outcome);
        SortedMap<Arm, Evidence> after = new TreeMap<>();
        for (String rule : outcome.rules()) {
            Arm arm = new Arm(rule, outcome.context());
            after.put(arm, before.getOrDefault(arm, Evidence.NONE).and(outcome.value(), review, outcome.halfLife()));
        }
        store(after);
        store(new Head(review, outcome.halfLife(), outcome.sequence(), outcome.id()));
        note(outcome.id(), before, after, at);
    }

    private Head head() {
        return db.query("select reviews, half_life, last_sequence, last_reward from learned where project_id = ?",
                (row, n) -> new Head(row.getInt(1), new HalfLife(row.getDouble(2)), row.getLong(3), row.getString(4)), project)
                .stream().findFirst().orElse(new Head(0, HalfLife.NEVER, Long.MIN_VALUE, ""));
    }

    /** @param of the outcome whose arms are wanted; null for all */
    private SortedMap<Arm, Evidence> evidence(@Nullable Outcome of) {
        SortedMap<Arm, Evidence> evidence = new TreeMap<>();
        String select = "select rule_id, context, successes, failures, observations, as_of from evidence where project_id = ?";
        if (of == null) {
            db.query(select, row -> {
                evidence.put(new Arm(row.getString(1), row.getString(2)), new Evidence(row.getDouble(3), row.getDouble(4),
                        row.getInt(5), row.getInt(6)));
            }, project);
        } else {
            of.rules().forEach(rule -> db.query(select + " and rule_id = ? and context = ?", row -> {
                evidence.put(new Arm(row.getString(1), row.getString(2)), new Evidence(row.getDouble(3), row.getDouble(4),
                        row.getInt(5), row.getInt(6)));
            }, project, rule, of.context()));
        }
        return evidence;
    }

    private List<Outcome> outcomes() {
        Map<String, List<String>> rules = new HashMap<>();
        db.query("select r.id, m.rule_id from reward r join reward_rule m on m.reward_id = r.id where r.project_id = ?", row -> {
            rules.computeIfAbsent(row.getString(1), id -> new ArrayList<>()).add(row.getString(2));
        }, project);
        return db.query("select id, sequence, review_id, context, value, half_life from reward where project_id = ?",
                (row, n) -> new Outcome(row.getString(1), row.getLong(2), row.getString(3), row.getString(4),
                        rules.getOrDefault(row.getString(1), List.of()), row.getDouble(5), new HalfLife(row.getDouble(6))),
                project);
    }

    private void store(SortedMap<Arm, Evidence> evidence) {
        List<Object[]> rows = new ArrayList<>();
        evidence.forEach((arm, e) -> rows.add(new Object[] {
            project, arm.rule(), arm.context(), e.successes(), e.failures(), e.observations(), e.asOf()
        }));
        Rows.batch(db, "insert into evidence (project_id, rule_id, context, successes, failures, observations, as_of)"
                + " values (?,?,?,?,?,?,?) on conflict (project_id, rule_id, context) do update set"
                + " successes = excluded.successes, failures = excluded.failures, observations = excluded.observations,"
                + " as_of = excluded.as_of", rows);
    }

    private void store(Head head) {
        db.update("insert into learned (project_id, reviews, half_life, last_sequence, last_reward) values (?,?,?,?,?)"
                + " on conflict (project_id) do update set reviews = excluded.reviews, half_life = excluded.half_life,"
                + " last_sequence = excluded.last_sequence, last_reward = excluded.last_reward", project, head.reviews,
                head.halfLife.reviews(), head.lastSequence, head.lastReward);
    }

    private void note(String reward, SortedMap<Arm, Evidence> before, SortedMap<Arm, Evidence> after, long at) {
        Set<Arm> arms = new TreeSet<>(before.keySet());
        arms.addAll(after.keySet());
        List<Object[]> rows = new ArrayList<>();
        for (Arm arm : arms) {
            Evidence was = before.getOrDefault(arm, Evidence.NONE);
            Evidence is = after.getOrDefault(arm, Evidence.NONE);
            if (!was.equals(is)) {
                rows.add(new Object[] {project, reward, arm.rule(), arm.context(), was.successes(), was.failures(),
                    is.successes(), is.failures(), is.observations(), at});
            }
        }
        Rows.batch(db, "insert into evidence_change (project_id, reward_id, rule_id, context, successes_before,"
                + " failures_before, successes, failures, observations, changed_at) values (?,?,?,?,?,?,?,?,?,?)", rows);
    }
}
