package dev.buildlog.ledger;

import dev.buildlog.curate.SimilarityGraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** The live statements as a graph of similarity, in tables; loaded as far as one fold looks. */
final class StatementGraph implements SimilarityGraph {

    private final JdbcTemplate db;
    private final Map<Long, Node> nodes = new HashMap<>();
    private final Map<Long, List<Neighbour>> neighbours = new HashMap<>();

    StatementGraph(JdbcTemplate db) {
        this.db = db;
    }

    /** @param leader 0 if it has none yet */
    private record Node(Position position, long leader) {}

    @Override
    public Position position(long node) {
        return node(node).position;
    }

    @Override
    public OptionalLong leader(long node) {
        long leader = node(node).leader;
        return leader == 0 ? OptionalLong.empty() : OptionalLong.of(leader);
    }

    @Override
    public Collection<Neighbour> neighbours(long node) {
        if (!neighbours.containsKey(node)) {
            loadNeighbours(Set.of(node));
        }
        return neighbours.get(node);
    }

    /** Loads at once what regrouping {@code touched} is going to ask for. */
    void expect(Collection<Long> touched) {
        loadNodes(touched);
        loadNeighbours(touched);
        Set<Long> asked = new HashSet<>();
        for (long node : touched) {
            if (node(node).leader == node) {
                neighbours.get(node).forEach(neighbour -> asked.add(neighbour.node()));
            }
        }
        asked.removeAll(neighbours.keySet());
        loadNeighbours(asked);
    }

    /** Records new leaders. */
    void assign(Map<Long, Long> moved) {
        List<Object[]> rows = new ArrayList<>();
        moved.forEach((node, leader) -> rows.add(new Object[] {leader, node}));
        Rows.batch(db, "update statement set leader_id = ? where id = ?", rows);
    }

    private Node node(long node) {
        if (!nodes.containsKey(node)) {
            loadNodes(Set.of(node));
        }
        return nodes.get(node);
    }

    private void loadNodes(Collection<Long> wanted) {
        Rows.each(db, "select first_date, first_path, first_line, text, leader_id, id from statement where id in (?)", wanted,
                row -> nodes.put(row.getLong(6), new Node(Placement.position(row, 1), row.getLong(5))));
    }

    private void loadNeighbours(Collection<Long> wanted) {
        wanted.forEach(node -> neighbours.put(node, new ArrayList<>()));
        Rows.each(db, "select t.first_date, t.first_path, t.first_line, t.text, t.leader_id, s.b, s.a, s.similarity"
                + " from similar s join statement t on t.id = s.b where s.a in (?)", wanted, row -> {
            long other = row.getLong(6);
            if (!nodes.containsKey(other)) {
                nodes.put(other, new Node(Placement.position(row, 1), row.getLong(5)));
            }
            neighbours.get(row.getLong(7)).add(new Neighbour(other, row.getDouble(8)));
        });
    }
}
