package dev.buildlog.ledger;

import dev.buildlog.curate.Similarity;
import dev.buildlog.curate.SimilarityGraph;
import dev.buildlog.model.Fingerprint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The live statements as a graph of similarity, in tables; loaded as far as one fold looks. */
final class StatementGraph implements SimilarityGraph {

    private final JdbcTemplate db;
    private final Map<String, Similarity> similarities;
    private final Map<Long, Position> positions = new HashMap<>();
    private final Map<Long, Long> leaders = new HashMap<>();
    private final Map<Long, List<Neighbour>> neighbours = new HashMap<>();

    StatementGraph(JdbcTemplate db, Map<String, Similarity> similarities) {
        this.db = db;
        this.similarities = similarities;
    }

    @Override
    public Position position(long node) {
        return positions.computeIfAbsent(node, this::loadPosition);
    }

    @Override
    public OptionalLong leader(long node) {
        if (!positions.containsKey(node)) {
            position(node);
        }
        Long leader = leaders.get(node);
        return leader == null ? OptionalLong.empty() : OptionalLong.of(leader);
    }

    @Override
    public Collection<Neighbour> neighbours(long node) {
        return neighbours.computeIfAbsent(node, this::loadNeighbours);
    }

    /** The groups these statements belong to, as recorded. */
    List<Long> leaders(Collection<Long> statements) {
        return Rows.list(db, "select distinct leader_id from statement where leader_id is not null and id in (?)", statements,
                (row, n) -> row.getLong(1));
    }

    /** Records new leaders. */
    void assign(Map<Long, Long> moved) {
        List<Object[]> rows = new ArrayList<>();
        moved.forEach((node, leader) -> rows.add(new Object[] {leader, node}));
        db.batchUpdate("update statement set leader_id = ? where id = ?", rows);
        leaders.putAll(moved);
    }

    /**
     * Finds out where each statement stands first today; connects those that came to life, disconnects those that died.
     *
     * @return the live statements whose group has to be looked at again
     */
    Set<Long> place(Collection<Long> statements) {
        Map<Long, Position> today = firstOccurrences(statements);
        Set<Long> touched = new HashSet<>();
        List<Long> dead = new ArrayList<>();
        List<Row> born = new ArrayList<>();
        List<Object[]> moves = new ArrayList<>();
        Rows.each(db, "select id, project_id, category, backend, fingerprint, blocks, first_date, first_path, first_line, text"
                + " from statement where id in (?)", statements, row -> {
            long id = row.getLong(1);
            Position before = position(row.getString(7), row.getString(8), row.getInt(9), row.getString(10));
            Position now = today.get(id);
            if (now == null) {
                if (before != null) {
                    dead.add(id);
                }
                return;
            }
            if (before == null) {
                born.add(new Row(id, row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6)));
            }
            if (!now.equals(before)) {
                moves.add(new Object[] {now.date().toString(), now.path(), now.line(), now.text(), id});
                touched.add(id);
            }
        });
        bury(dead, touched);
        db.batchUpdate("update statement set first_date = ?, first_path = ?, first_line = ?, text = ? where id = ?", moves);
        connect(born);
        for (long node : List.copyOf(touched)) {
            neighbours(node).forEach(neighbour -> touched.add(neighbour.node()));
        }
        return touched;
    }

    private Map<Long, Position> firstOccurrences(Collection<Long> statements) {
        Map<Long, Position> first = new HashMap<>();
        Rows.each(db, "select i.statement_id, e.date, e.path, i.line, i.text from insight i"
                + " join holding h on h.reading_id = i.reading_id join entry e on e.id = h.entry_id"
                + " where i.statement_id in (?)", statements,
                row -> first.merge(row.getLong(1),
                        new Position(LocalDate.parse(row.getString(2)), row.getString(3), row.getInt(4), row.getString(5)),
                        (a, b) -> a.compareTo(b) <= 0 ? a : b));
        return first;
    }

    private void bury(List<Long> dead, Set<Long> touched) {
        Rows.each(db, "select b from similar where a in (?)", dead, row -> touched.add(row.getLong(1)));
        touched.removeAll(dead);
        Rows.update(db, "delete from similar where a in (?)", dead);
        Rows.update(db, "delete from similar where b in (?)", dead);
        Rows.update(db, "delete from block where statement_id in (?)", dead);
        Rows.update(db, "update statement set first_date = null, first_path = null, first_line = null, leader_id = null"
                + " where id in (?)", dead);
    }

    /** Finds, for each statement that came to life, the live statements it resembles. */
    private void connect(List<Row> born) {
        List<Object[]> blocks = new ArrayList<>();
        Map<Long, List<Row>> byKey = new HashMap<>();
        for (Row row : born) {
            for (long key : row.keys()) {
                blocks.add(new Object[] {key, row.id});
                byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
            }
        }
        db.batchUpdate("insert into block (key, statement_id) values (?,?) on conflict do nothing", blocks);
        Map<Long, Set<Row>> candidates = new HashMap<>();
        Rows.each(db, "select statement_id, key from block where key in (?)", byKey.keySet(),
                row -> candidates.computeIfAbsent(row.getLong(1), id -> new HashSet<>()).addAll(byKey.get(row.getLong(2))));
        List<Object[]> edges = new ArrayList<>();
        Rows.each(db, "select id, project_id, category, backend, fingerprint, blocks from statement where id in (?)",
                candidates.keySet(), row -> {
                    Row other = new Row(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5),
                            row.getString(6));
                    for (Row one : candidates.get(other.id)) {
                        double alike = similarity(one, other);
                        if (alike > 0) {
                            edges.add(new Object[] {one.id, other.id, alike});
                            edges.add(new Object[] {other.id, one.id, alike});
                        }
                    }
                });
        db.batchUpdate("insert into similar (a, b, similarity) values (?,?,?) on conflict do nothing", edges);
    }

    /** 0 for statements that may not share a rule. */
    private double similarity(Row one, Row other) {
        Similarity backend = similarities.get(one.backend);
        if (backend == null || one.id == other.id || !one.project.equals(other.project)
                || !one.category.equals(other.category) || !one.backend.equals(other.backend)) {
            return 0;
        }
        double alike = backend.compare(one.print(), other.print());
        return alike >= backend.threshold() ? alike : 0;
    }

    private Position loadPosition(long node) {
        List<Position> found = db.query("select first_date, first_path, first_line, text, leader_id from statement where id = ?",
                (row, n) -> {
                    remember(node, row.getLong(5));
                    return position(row.getString(1), row.getString(2), row.getInt(3), row.getString(4));
                }, node);
        return found.get(0);
    }

    private List<Neighbour> loadNeighbours(long node) {
        return db.query("select s.b, s.similarity, t.first_date, t.first_path, t.first_line, t.text, t.leader_id"
                + " from similar s join statement t on t.id = s.b where s.a = ?", (row, n) -> {
            long other = row.getLong(1);
            positions.computeIfAbsent(other, id -> {
                try {
                    remember(other, row.getLong(7));
                    return position(row.getString(3), row.getString(4), row.getInt(5), row.getString(6));
                } catch (java.sql.SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            return new Neighbour(other, row.getDouble(2));
        }, node);
    }

    private void remember(long node, long leader) {
        if (leader != 0) {
            leaders.put(node, leader);
        }
    }

    private static @Nullable Position position(@Nullable String date, String path, int line, String text) {
        return date == null ? null : new Position(LocalDate.parse(date), path, line, text);
    }

    private record Row(long id, String project, String category, String backend, String fingerprint, String blocks) {

        /** The blocks as keys of one index over all projects and categories: mixed with both, so that strangers rarely meet. */
        List<Long> keys() {
            long scope = (project + "/" + category + "/" + backend).hashCode() * 0x9E3779B97F4A7C15L;
            return blocks.isEmpty()
                    ? List.of()
                    : Arrays.stream(blocks.split(" ")).map(block -> Long.parseLong(block) ^ scope).toList();
        }

        Fingerprint print() {
            return new Fingerprint(backend, fingerprint, List.of());
        }
    }
}
