package dev.buildlog.ledger;

import dev.buildlog.model.Policy;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Records which rules an agent's file showed since which selection. */
public final class Exposures {

    private final Ledger ledger;

    public Exposures(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Records that a file shows rules; what is known changes nothing. Does nothing for a policy without a selection.
     *
     * @param target id of the target
     * @param root absolute path of the checkout
     * @param path of the file below it
     * @param rules the words in which each rule stands there, by id
     */
    public void record(Policy policy, String target, String root, String path, Map<String, String> rules, Instant at) {
        if (policy.selection().isEmpty() || rules.isEmpty()) {
            return;
        }
        Map<String, String> fresh = new TreeMap<>(rules);
        ledger.read(db -> db.queryForList("select rule_id from exposure where selection_id = ? and target = ? and root = ?",
                String.class, policy.selection(), target, root)).forEach(fresh::remove);
        if (!fresh.isEmpty()) {
            ledger.write(db -> store(db, policy, target, root, path, fresh, EntryRecorder.micros(at)));
        }
    }

    /** Ids of the rules that some file showed since {@code selection}, as they were then. */
    public Set<String> shown(String selection) {
        return Set.copyOf(ledger.read(db -> db.queryForList("select distinct rule_id from exposure where selection_id = ?",
                String.class, selection)));
    }

    private static int store(JdbcTemplate db, Policy policy, String target, String root, String path, Map<String, String> rules,
            long at) {
        Rows.batch(db, "insert into exposure (selection_id, target, root, rule_id, policy, path, text, shown_at)"
                + " values (?,?,?,?,?,?,?,?) on conflict do nothing", rules.entrySet().stream().map(rule -> new Object[] {
                    policy.selection(), target, root, rule.getKey(), policy.id(), path, rule.getValue(), at}).toList());
        return rules.size();
    }
}
