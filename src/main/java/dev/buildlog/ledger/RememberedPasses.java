package dev.buildlog.ledger;

import dev.buildlog.curate.Passes;
import dev.buildlog.model.Sha256;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Texts that gates have let pass, by their hash. A cache: emptying its table costs time and nothing else. */
public final class RememberedPasses implements Passes {

    /** From so many texts on, all that is known of a gate is read at once. */
    private static final int MANY = 2_000;

    private final Ledger ledger;
    private final Clock clock;

    public RememberedPasses(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public Set<String> among(String gate, Collection<String> texts) {
        Map<String, String> byHash = new HashMap<>();
        texts.forEach(text -> byHash.put(Sha256.of(text), text));
        Set<String> found = new HashSet<>();
        ledger.read(db -> {
            if (byHash.size() < MANY) {
                Rows.each(db, "select text_hash from passed where text_hash in (?) and gate = ?", byHash.keySet(),
                        row -> found.add(byHash.get(row.getString(1))), gate);
            } else {
                db.query("select text_hash from passed where gate = ?", row -> {
                    String text = byHash.get(row.getString(1));
                    if (text != null) {
                        found.add(text);
                    }
                }, gate);
            }
            return null;
        });
        return found;
    }

    @Override
    public void keep(String gate, Collection<String> texts) {
        String now = clock.instant().toString();
        List<Object[]> rows = texts.stream().map(text -> new Object[] {gate, Sha256.of(text), now}).toList();
        ledger.write(db -> {
            Rows.batch(db, "insert into passed (gate, text_hash, passed_at) values (?,?,?) on conflict do nothing", rows);
            return null;
        });
    }
}
