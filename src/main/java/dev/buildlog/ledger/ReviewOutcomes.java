package dev.buildlog.ledger;

import java.util.List;
import java.util.Optional;

/** How reviewed work came out. */
public final class ReviewOutcomes {

    private final Ledger ledger;

    public ReviewOutcomes(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * The outcome that counts: the last that was told.
     *
     * @param value 0 to 1
     * @param rules that it rewards
     */
    public record Outcome(String reward, String outcome, double value, List<String> rules) {}

    /** The outcome of a review; empty while nobody has said. */
    public Optional<Outcome> of(String review) {
        return ledger.read(db -> db.query("select id, outcome, value from reward where review_id = ? order by sequence desc"
                + " limit 1", (told, n) -> new Outcome(told.getString(1), told.getString(2), told.getDouble(3), db.queryForList(
                        "select rule_id from reward_rule where reward_id = ? order by rule_id", String.class, told.getString(1))),
                review)).stream().findFirst();
    }
}
