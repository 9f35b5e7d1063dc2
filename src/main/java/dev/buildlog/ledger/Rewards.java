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
                Reward kept = Erasure.of(Tombstones.of(db), reward);
                Reviewed reviewed = reviewed(db, kept);
                Outcome fact = fact(db, kept, reviewed, value, halfLife);
                store(db, kept.project(), fact, kept.outcome(), kept.distance(), EntryRecorder.micros(kept.at()), said,
                        kept.notes());
                Outbox.leave(db, new RewardSignal(kept.project(), fact.id(), kept.outcome(), fact.value(), fact.context(),
                        reviewed.session, fact.rules(), kept.at()).emission());
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
        ledger.write(db -> receipt(db, outcome.id()) == null && store(db, project, outcome, name, distance, at, "", ""));
    }

    /** The review that an outcome is of; all empty for none. */
    private record Reviewed(String id, String context, String session) {

        static final Reviewed NOTHING = new Reviewed("", "", "");
    }

    private static Outcome fact(JdbcTemplate db, Reward reward, Reviewed reviewed, double value, HalfLife halfLife) {
        List<String> cited = db.queryForList("select distinct rule_id from citation where review_id = ? and credited = 1",
                String.class, reviewed.id);
        long sequence = Rows.number(db, "select coalesce(max(sequence), 0) + 1 from reward");
        return new Outcome(reward.id(), sequence, reviewed.id,
                ContextKey.of(reward.context() != null ? reward.context() : reviewed.context),
                Credit.rules(new HashSet<>(cited), today(db, reward)), value, halfLife);
    }

    /** The rules that are named, under the ids they have in this ledger; null for all. */
    private static @Nullable List<String> today(JdbcTemplate db, Reward reward) {
        return reward.rules() == null ? null
                : reward.rules().stream().map(id -> RuleAliases.resolve(db, reward.project(), id)).toList();
    }

    /** The review that is meant: the one that is named, else the latest of the project that has no outcome yet. */
    private static Reviewed reviewed(JdbcTemplate db, Reward reward) {
        boolean named = !reward.review().isEmpty();
        String which = named ? "v.id = ?" : "v.sequence > 0 and not exists (select 1 from reward r where r.review_id = v.id)"
                + " order by v.sequence desc, v.id desc limit 1";
        Object[] arguments = named ? new Object[] {reward.project(), reward.review()} : new Object[] {reward.project()};
        List<Reviewed> found = db.query("select v.id, v.context, v.session from review v where v.project_id = ? and " + which,
                (row, n) -> new Reviewed(row.getString(1), row.getString(2), row.getString(3)), arguments);
        if (found.isEmpty()) {
            Reviews.requireProject(db, reward.project());
            if (named) {
                throw new RefusedException("this project has no review '" + reward.review() + "'; leave it out to mean the latest"
                        + " that has no outcome yet");
            }
            return Reviewed.NOTHING;
        }
        return found.get(0);
    }

    private static boolean store(JdbcTemplate db, String project, Outcome outcome, String name, @Nullable Double distance,
            long at, String said, String notes) {
        db.update("insert into reward (id, project_id, sequence, outcome, distance, value, review_id, context, half_life,"
                + " rewarded_at, said, notes) values (?,?,?,?,?,?,?,?,?,?,?,?)", outcome.id(), project, outcome.sequence(), name,
                distance, outcome.value(), outcome.review(), outcome.context(), outcome.halfLife().reviews(), at, said, notes);
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
