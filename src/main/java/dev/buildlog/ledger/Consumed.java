package dev.buildlog.ledger;

import dev.buildlog.curate.Forgotten;
import dev.buildlog.model.Delivery;
import dev.buildlog.model.Deliveries;
import dev.buildlog.model.Edge;
import dev.buildlog.model.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Artifacts of other systems that were taken in, each once, whoever delivered it how often and under which name. */
public final class Consumed {

    private final Ledger ledger;

    public Consumed(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Records those that are not refused, with their edges, in one transaction; returns how many were new. */
    public int record(Deliveries deliveries, Instant at) {
        return ledger.write(db -> {
            Forgotten forgotten = Tombstones.of(db);
            return (int) deliveries.artifacts().stream()
                    .filter(delivery -> !delivery.isRefused() && store(db, forgotten, delivery, EntryRecorder.micros(at)))
                    .count();
        });
    }

    private static boolean store(JdbcTemplate db, Forgotten forgotten, Delivery delivery, long at) {
        String id = Sha256.of(delivery.text());
        int stored = db.update("insert into consumed (id, name, type, project_id, emitted_at, consumed_at)"
                + " values (?,?,?,?,?,?) on conflict do nothing", id, forgotten.erase(delivery.name()), delivery.type(),
                delivery.project(), delivery.emittedAt(), at);
        if (stored == 1) {
            List<Object[]> rows = new ArrayList<>();
            for (Edge raw : delivery.edges()) {
                Edge edge = new Edge(forgotten.erase(raw.source()), forgotten.erase(raw.target()),
                        forgotten.erase(raw.relation()), raw.confidence(), Tombstones.erase(forgotten, raw.properties()));
                rows.add(new Object[] {id, rows.size(), delivery.project(), edge.source(), edge.target(), edge.relation(),
                    edge.confidence(), edge.properties()});
            }
            Rows.batch(db, "insert into edge (consumed_id, ordinal, project_id, source_id, target_id, relation_type, confidence,"
                    + " properties) values (?,?,?,?,?,?,?,?)", rows);
        }
        return stored == 1;
    }

    /** How many artifacts were taken in. */
    public int count() {
        return ledger.read(db -> db.queryForObject("select count(*) from consumed", Integer.class));
    }

    /**
     * The edges of a project, sorted: of those that say the same of the same two nodes the one emitted last, whatever order they
     * came in.
     */
    public List<Edge> edges(String project) {
        return ledger.read(db -> db.query("select source_id, target_id, relation_type, confidence, properties from"
                + " (select e.*, row_number() over (partition by e.source_id, e.target_id, e.relation_type"
                + " order by c.emitted_at desc, c.id, e.ordinal desc) as place from edge e"
                + " join consumed c on c.id = e.consumed_id"
                + " where e.project_id = ?) t where place = 1 order by source_id, target_id, relation_type",
                (row, n) -> new Edge(row.getString(1), row.getString(2), row.getString(3), row.getDouble(4), row.getString(5)),
                project));
    }
}
