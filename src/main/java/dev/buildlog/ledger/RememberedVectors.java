package dev.buildlog.ledger;

import dev.buildlog.curate.VectorCache;
import dev.buildlog.model.Sha256;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Vectors by model and hash of the text. A cache: emptying its table costs time and nothing else. */
public final class RememberedVectors implements VectorCache {

    private final Ledger ledger;

    public RememberedVectors(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Map<String, byte[]> find(String model, Collection<String> texts) {
        Map<String, String> byHash = new HashMap<>();
        texts.forEach(text -> byHash.put(Sha256.of(text), text));
        Map<String, byte[]> found = new HashMap<>();
        ledger.read(db -> {
            Rows.each(db, "select text_hash, data from vector where text_hash in (?) and model = ?", byHash.keySet(),
                    row -> found.put(byHash.get(row.getString(1)), Base64.getDecoder().decode(row.getString(2))), model);
            return found;
        });
        return found;
    }

    @Override
    public void keep(String model, Map<String, byte[]> vectors) {
        List<Object[]> rows = vectors.entrySet().stream()
                .map(vector -> new Object[] {
                    model, Sha256.of(vector.getKey()), Base64.getEncoder().encodeToString(vector.getValue())
                })
                .toList();
        ledger.write(db -> {
            Rows.batch(db, "insert into vector (model, text_hash, data) values (?,?,?) on conflict do nothing", rows);
            return null;
        });
    }
}
