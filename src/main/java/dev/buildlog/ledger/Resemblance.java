package dev.buildlog.ledger;

import dev.buildlog.curate.Similarity;
import dev.buildlog.model.Fingerprint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which live statements of a project and category resemble each other: found through blocks, decided by the backend. */
final class Resemblance {

    private static final String PRINTS = " from print p join statement s on s.id = p.statement_id where p.id in (?)";

    private final JdbcTemplate db;
    private final Map<String, Similarity> similarities;

    Resemblance(JdbcTemplate db, Map<String, Similarity> similarities) {
        this.db = db;
        this.similarities = similarities;
    }

    /** Takes {@code statements} out of the graph, and {@code prints}, their fingerprints until now, out of the blocks. */
    void disconnect(Collection<Long> statements, Collection<Long> prints) {
        List<Object[]> blocks = new ArrayList<>();
        prints(prints, "p.blocks").forEach(print -> print.keys().forEach(key -> blocks.add(new Object[] {key, print.id})));
        Rows.batch(db, "delete from block where key = ? and print_id = ?", blocks);
        Rows.update(db, "update print set live = 0 where id in (?)", prints);
        List<Object[]> edges = new ArrayList<>();
        Rows.each(db, "select b, a from similar where a in (?)", statements, row -> {
            edges.add(new Object[] {row.getLong(1), row.getLong(2)});
            edges.add(new Object[] {row.getLong(2), row.getLong(1)});
        });
        Rows.batch(db, "delete from similar where a = ? and b = ?", edges);
    }

    /** Puts {@code prints}, all fingerprints of some statements, into the blocks, and connects these with what they resemble. */
    void connect(Collection<Long> prints) {
        List<Print> born = prints(prints, "p.blocks");
        List<Object[]> blocks = new ArrayList<>();
        Map<Long, List<Print>> byKey = new HashMap<>();
        for (Print print : born) {
            for (long key : print.keys()) {
                blocks.add(new Object[] {key, print.id});
                byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(print);
            }
        }
        // in the order of the index, so that each of its pages is looked up once
        blocks.sort(Comparator.comparingLong(row -> (long) row[0]));
        Rows.batch(db, "insert into block (key, print_id) values (?,?)", blocks);
        Rows.update(db, "update print set live = 1 where id in (?)", prints);
        Map<Long, Set<Print>> candidates = new HashMap<>();
        Rows.each(db, "select print_id, key from block where key in (?)", byKey.keySet(),
                row -> candidates.computeIfAbsent(row.getLong(1), id -> new HashSet<>()).addAll(byKey.get(row.getLong(2))));
        Map<Pair, Double> edges = new HashMap<>();
        for (Print other : prints(candidates.keySet(), "''")) {
            for (Print one : candidates.get(other.id)) {
                double alike = similarity(one, other);
                if (alike > 0) {
                    edges.merge(new Pair(one.statement, other.statement), alike, Math::max);
                    edges.merge(new Pair(other.statement, one.statement), alike, Math::max);
                }
            }
        }
        List<Object[]> rows = new ArrayList<>();
        edges.forEach((pair, alike) -> rows.add(new Object[] {pair.a, pair.b, alike}));
        Rows.batch(db, "insert into similar (a, b, similarity) values (?,?,?)", rows);
    }

    /** @param blocks the column of the blocks, or {@code ''} where they are not wanted: they are long */
    private List<Print> prints(Collection<Long> numbers, String blocks) {
        return Rows.list(db, "select p.id, p.statement_id, s.project_id, s.category, p.backend, p.data, " + blocks + PRINTS,
                numbers, (row, n) -> new Print(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4),
                        new Fingerprint(row.getString(5), row.getString(6), List.of()), row.getString(7)));
    }

    /** 0 for statements that may not share a rule. */
    private double similarity(Print one, Print other) {
        Similarity backend = similarities.get(one.fingerprint.backend());
        if (backend == null || one.statement == other.statement || !one.project.equals(other.project)
                || !one.category.equals(other.category)
                || !one.fingerprint.backend().equals(other.fingerprint.backend())) {
            return 0;
        }
        double alike = backend.compare(one.fingerprint, other.fingerprint);
        return alike >= backend.threshold() ? alike : 0;
    }

    private record Pair(long a, long b) {}

    private record Print(long id, long statement, String project, String category, Fingerprint fingerprint, String blocks) {

        /** The blocks as keys of one index over all projects and categories: mixed with both, so that strangers rarely meet. */
        List<Long> keys() {
            long scope = (project + "/" + category + "/" + fingerprint.backend()).hashCode() * 0x9E3779B97F4A7C15L;
            return blocks.isEmpty()
                    ? List.of()
                    : Arrays.stream(blocks.split(" ")).map(block -> Long.parseLong(block) ^ scope).toList();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Print print && print.id == id;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(id);
        }
    }
}
