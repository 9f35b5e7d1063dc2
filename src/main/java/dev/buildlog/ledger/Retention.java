package dev.buildlog.ledger;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Removes work that is done and old. Facts are never removed by age. */
public final class Retention {

    private final Ledger ledger;

    public Retention(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Removes what is older than {@code before}; returns the number of rows by what they were. */
    public Map<String, Integer> removeBefore(Instant before) {
        Map<String, Integer> removed = ledger.write(db -> {
            String time = before.toString();
            // the outbox is stamped by the database: with a blank between day and time
            String stamp = time.substring(0, 19).replace('T', ' ');
            Map<String, Integer> rows = new LinkedHashMap<>();
            rows.put("dead letters", db.update("delete from dead_letter where failed_at < ?", time));
            rows.put("emissions that were dropped", db.update("delete from outbox where dropped_at < ?"
                    + " and id < (select max(id) from outbox)", stamp));
            rows.put("answers of models", db.update("delete from model_answer where answered_at < ?", time));
            rows.put("texts that the gate has let pass", db.update("delete from passed where passed_at < ?", time));
            rows.put("idempotency keys", db.update("delete from idempotency where created_at < ?", time));
            rows.put("tokens that open nothing any more", db.update("delete from access_token where revoked_at <> '' and"
                    + " revoked_at < ? or expires_at <> '' and expires_at < ?", time, time));
            return rows;
        });
        ledger.compact();
        return removed;
    }
}
