package dev.buildlog.ledger;

import dev.buildlog.model.SeedDelivery;
import dev.buildlog.model.SeedFile;
import dev.buildlog.model.SeedReceipt;
import dev.buildlog.model.Sha256;
import dev.buildlog.seed.Revision;
import dev.buildlog.seed.SeedReader;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Records the seed files that others bring: one transaction that keeps the file, finds out which of its rules rest on something
 * else than before, and makes what is known of those count half.
 */
public final class Seeds {

    private final Ledger ledger;

    public Seeds(Ledger ledger) {
        this.ledger = ledger;
    }

    private record Latest(String id, String text, long sequence) {

        static final Latest NONE = new Latest("", "", 0);
    }

    /** Records a file that was checked. Bringing the same one again changes nothing, unless there was another in between. */
    public SeedReceipt record(SeedDelivery delivery) {
        SeedFile seeds = SeedReader.read(delivery.name(), delivery.text()).orThrow();
        SortedSet<String> halved = ledger.write(db -> {
            if (!delivery.project().isEmpty()) {
                Reviews.requireProject(db, delivery.project());
            }
            Latest latest = latest(db, delivery.project(), seeds.persona());
            if (latest.text.equals(delivery.text())) {
                return new TreeSet<String>(db.queryForList("select rule_id from halving where seed_id = ?", String.class,
                        latest.id));
            }
            return store(db, delivery, seeds, latest);
        });
        int provenances = (int) seeds.rules().stream().filter(rule -> !rule.provenance().isEmpty()).count();
        return new SeedReceipt(delivery.project(), delivery.name(), seeds.persona(), seeds.rules().size(), provenances,
                List.copyOf(halved), delivery.text(), "");
    }

    private static Latest latest(JdbcTemplate db, String scope, String persona) {
        return db.query("select id, text, sequence from seed where scope = ? and persona = ? order by sequence desc, id desc"
                + " limit 1", (row, n) -> new Latest(row.getString(1), row.getString(2), row.getLong(3)), scope, persona)
                .stream().findFirst().orElse(Latest.NONE);
    }

    private static SortedSet<String> store(JdbcTemplate db, SeedDelivery delivery, SeedFile seeds, Latest latest) {
        long at = EntryRecorder.micros(delivery.at());
        String id = "seed-" + Sha256.of(String.join("\n", delivery.project(), seeds.persona(), latest.id, delivery.text()))
                .substring(0, 16);
        db.update("insert into seed (id, scope, persona, sequence, source, name, text, ingested_at)"
                + " select ?,?,?, coalesce(max(sequence), 0) + 1, ?,?,?,? from seed", id, delivery.project(), seeds.persona(),
                delivery.source(), delivery.name(), delivery.text(), at);
        String before = latest.text.isEmpty() ? delivery.before() : latest.text;
        SeedFile old = before.isEmpty() ? null : SeedReader.read(delivery.name(), before).seeds();
        SortedSet<String> halved = old == null ? new TreeSet<>() : Revision.moved(old, seeds);
        Rows.batch(db, "insert into halving (seed_id, rule_id, scope, after_reward)"
                + " select ?,?,?, coalesce(max(sequence), 0) from reward", halved.stream()
                .map(rule -> new Object[] {id, rule, delivery.project()}).toList());
        TreeSet<String> projects = new TreeSet<>();
        Rows.each(db, "select distinct project_id from evidence where rule_id in (?)", halved,
                row -> projects.add(row.getString(1)));
        projects.stream().filter(project -> delivery.project().isEmpty() || delivery.project().equals(project))
                .forEach(project -> new EvidenceFold(db, project).halved(id, at));
        return halved;
    }
}
