package dev.buildlog.ledger;

import dev.buildlog.emission.RewardSignal;
import dev.buildlog.learn.ContextKey;
import dev.buildlog.learn.Credit;
import dev.buildlog.learn.HalfLife;
import dev.buildlog.learn.Outcome;
import dev.buildlog.learn.RewardValue;
import dev.buildlog.model.RefusedException;
import dev.buildlog.model.Reward;
import dev.buildlog.model.RewardReceipt;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Records how reviewed work came out: one transaction that finds out which review and which rules that means, stores both with
 * the fact, and folds it into the evidence of these rules.
 */
public final class Rewards {

    private final Ledger ledger;

    public Rewards(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Records {@code reward}. One that was recorded before changes nothing, and gets the same receipt.
     *
     * @param halfLife how fast evidence fades from now on
     * @throws RefusedException if it cannot be meant: an unknown project, outcome or review, a rule that was not cited, or an id
     *     under which something else was said
     */
    public RewardReceipt record(Reward reward, HalfLife halfLife) {
        double value = RewardValue.of(reward.outcome(), reward.distance());
        String said = Said.in(reward);
        return ledger.write(db -> {
            RewardReceipt known = receipt(db, reward.id());
            if (known == null) {
                Outcome fact = fact(db, reward, value, halfLife);
                store(db, reward.project(), fact, reward.outcome(), reward.distance(), EntryRecorder.micros(reward.at()), said);
                announce(db, reward, fact);
                return new RewardReceipt(reward.project(), fact.id(), value, fact.review(), fact.rules());
            }
            if (!known.project().equals(reward.project())) {
                throw new RefusedException("the reward " + reward.id() + " belongs to another project: choose another id");
            }
            Said.require(db, "reward", reward.id(), said);
            return known;
        });
    }

    /** What became of the reward of this id. */
    public Optional<RewardReceipt> find(String id) {
        return Optional.ofNullable(ledger.read(db -> receipt(db, id)));
    }

    /** Records an outcome that another ledger has decided upon. */
    void replay(String project, Outcome outcome, String name, @Nullable Double distance, long at) {
        ledger.write(db -> receipt(db, outcome.id()) == null && store(db, project, outcome, name, distance, at, ""));
    }

    private static Outcome fact(JdbcTemplate db, Reward reward, double value, HalfLife halfLife) {
        Reviews.requireProject(db, reward.project());
        String review = review(db, reward);
        List<String> cited = db.queryForList("select distinct rule_id from citation where review_id = ? and credited = 1",
                String.class, review);
        String context = reward.context() != null ? reward.context()
                : db.queryForList("select context from review where id = ?", String.class, review).stream().findFirst()
                        .orElse(null);
        Long sequence = db.queryForObject("select coalesce(max(sequence), 0) + 1 from reward", Long.class);
        return new Outcome(reward.id(), Objects.requireNonNull(sequence), review, ContextKey.of(context),
                Credit.rules(new HashSet<>(cited), today(db, reward)), value, halfLife);
    }

    /** The rules that are named, under the ids they have in this ledger; null for all. */
    private static @Nullable List<String> today(JdbcTemplate db, Reward reward) {
        return reward.rules() == null ? null
                : reward.rules().stream().map(id -> RuleAliases.resolve(db, reward.project(), id)).toList();
    }

    /** Leaves word of the outcome for downstream systems. */
    private static void announce(JdbcTemplate db, Reward reward, Outcome fact) {
        String session = db.queryForList("select session from review where id = ?", String.class, fact.review()).stream()
                .findFirst().orElse("");
        Outbox.leave(db, new RewardSignal(reward.project(), fact.id(), reward.outcome(), fact.value(), fact.context(), session,
                fact.rules(), reward.at()).emission());
    }

    /** Id of the review that is meant; empty if there is none. */
    private static String review(JdbcTemplate db, Reward reward) {
        if (reward.review().isEmpty()) {
            return db.queryForList("select id from review v where project_id = ? and not exists (select 1 from reward r"
                    + " where r.review_id = v.id) order by sequence desc, id desc limit 1", String.class, reward.project())
                    .stream().findFirst().orElse("");
        }
        if (db.queryForList("select 1 from review where id = ? and project_id = ?", Integer.class, reward.review(),
                reward.project()).isEmpty()) {
            throw new RefusedException("this project has no review '" + reward.review() + "'; leave it out to mean the latest"
                    + " that has no outcome yet");
        }
        return reward.review();
    }

    private static boolean store(JdbcTemplate db, String project, Outcome outcome, String name, @Nullable Double distance,
            long at, String said) {
        db.update("insert into reward (id, project_id, sequence, outcome, distance, value, review_id, context, half_life,"
                + " rewarded_at, said) values (?,?,?,?,?,?,?,?,?,?,?)", outcome.id(), project, outcome.sequence(), name, distance,
                outcome.value(), outcome.review(), outcome.context(), outcome.halfLife().reviews(), at, said);
        Rows.batch(db, "insert into reward_rule (reward_id, rule_id) values (?,?)", outcome.rules().stream()
                .map(rule -> new Object[] {outcome.id(), rule}).toList());
        new EvidenceFold(db, project).add(outcome, at);
        return true;
    }

    private static @Nullable RewardReceipt receipt(JdbcTemplate db, String id) {
        return db.query("select project_id, value, review_id from reward where id = ?", (row, n) -> new RewardReceipt(
                row.getString(1), id, row.getDouble(2), row.getString(3), db.queryForList(
                        "select rule_id from reward_rule where reward_id = ? order by rule_id", String.class, id)), id)
                .stream().findFirst().orElse(null);
    }
}
