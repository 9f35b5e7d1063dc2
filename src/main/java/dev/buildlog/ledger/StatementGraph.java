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
    private final Resemblance resemblance;
    private final Map<Long, Node> nodes = new HashMap<>();
    private final Map<Long, List<Neighbour>> leaders = new HashMap<>();
    private final Map<Long, List<Neighbour>> neighbours = new HashMap<>();

    StatementGraph(JdbcTemplate db, Resemblance resemblance) {
        this.db = db;
        this.resemblance = resemblance;
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
            load(neighbours, resemblance.neighbours(Set.of(node)));
        }
        return neighbours.get(node);
    }

    @Override
    public Collection<Neighbour> leaders(long node) {
        if (!leaders.containsKey(node)) {
            load(leaders, resemblance.leaders(Set.of(node)));
        }
        return leaders.get(node);
    }

    /** Loads at once what regrouping {@code touched} is going to ask for. */
    void expect(Collection<Long> touched) {
        loadNodes(touched);
        Set<Long> leading = new HashSet<>(touched);
        leading.removeIf(node -> node(node).leader != node);
        load(neighbours, resemblance.neighbours(leading));
        Set<Long> asked = new HashSet<>(touched);
        leading.forEach(node -> neighbours.get(node).forEach(neighbour -> asked.add(neighbour.node())));
        load(leaders, resemblance.leaders(asked));
        // what resembles no leader is about to be one
        Set<Long> alone = new HashSet<>(touched);
        alone.removeAll(leading);
        alone.removeIf(node -> !leaders.get(node).isEmpty());
        load(neighbours, resemblance.neighbours(alone));
    }

    /** Records new leaders. */
    void assign(Map<Long, Long> moved) {
        List<Object[]> rows = new ArrayList<>();
        Set<Long> changed = new HashSet<>();
        moved.forEach((node, leader) -> {
            rows.add(new Object[] {leader, node});
            if (leader.equals(node) != (node(node).leader == node)) {
                changed.add(node);
            }
        });
        Rows.batch(db, "update statement set leader_id = ? where id = ?", rows);
        resemblance.follow(changed);
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

    private void load(Map<Long, List<Neighbour>> known, Map<Long, List<Neighbour>> found) {
        known.putAll(found);
        Set<Long> unknown = new HashSet<>();
        found.values().forEach(others -> others.forEach(other -> unknown.add(other.node())));
        unknown.removeAll(nodes.keySet());
        loadNodes(unknown);
    }
}
