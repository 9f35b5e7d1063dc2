package dev.buildlog.ledger;

import java.util.List;

/** What a ledger holds, for tests of other packages. */
public final class LedgerRows {

    private LedgerRows() {}

    public static long count(Ledger ledger, String sql) {
        return ledger.read(db -> db.queryForObject(sql, Long.class));
    }

    public static List<String> texts(Ledger ledger, String sql) {
        return ledger.read(db -> db.queryForList(sql, String.class));
    }
}
