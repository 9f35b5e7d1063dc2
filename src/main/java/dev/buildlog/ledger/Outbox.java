package dev.buildlog.ledger;

/** Artifacts that were recorded with the facts behind them and wait to be dropped. The emit route empties it. */
public final class Outbox {

    private final Ledger ledger;

    public Outbox(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Whether anything waits. */
    public boolean waiting() {
        return !ledger.read(db -> db.queryForList("select 1 from outbox where dropped_at is null limit 1", Integer.class))
                .isEmpty();
    }
}
