package dev.buildlog.ledger;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/** Which repositories' own routes, Kamelets and jars their user has trusted, each by the hash of their content. */
public final class Trust {

    private final Ledger ledger;
    private final Clock clock;

    public Trust(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Trusts what {@code root} holds while its content hash is {@code hash}. */
    public void grant(String root, String hash) {
        ledger.write(db -> db.update("insert into trust (root, hash, trusted_at) values (?,?,?)"
                + " on conflict (root) do update set hash = excluded.hash, trusted_at = excluded.trusted_at",
                root, hash, clock.instant().toString()));
    }

    /** Takes the trust in {@code root} back; true if there was any. */
    public boolean revoke(String root) {
        return ledger.write(db -> db.update("delete from trust where root = ?", root)) == 1;
    }

    /** Whether {@code root} is trusted with exactly this content. */
    public boolean covers(String root, String hash) {
        return ledger.read(db -> db.queryForList("select hash from trust where root = ?", String.class, root)).contains(hash);
    }

    /** The trusted content hashes by root. */
    public Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        ledger.read(db -> {
            db.query("select root, hash from trust", row -> {
                all.put(row.getString(1), row.getString(2));
            });
            return all;
        });
        return all;
    }
}
