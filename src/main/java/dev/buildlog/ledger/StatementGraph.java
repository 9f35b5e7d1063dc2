package dev.buildlog.ledger;

import dev.buildlog.curate.SimilarityGraph;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The live statements as a graph of similarity, in tables; loaded as far as one fold looks. A pile that a person made is one
 * node, that of its earliest statement, and as similar to others as any of its statements is.
 */
final class StatementGraph implements SimilarityGraph {

    private final JdbcTemplate db;
    private final Resemblance resemblance;
    private final Map<Long, Statement> statements = new HashMap<>();
    private final Map<Long, Pile> piles = new HashMap<>();
    private final Map<Long, List<Neighbour>> leaders = new HashMap<>();
    private final Map<Long, List<Neighbour>> neighbours = new HashMap<>();
    private final Map<Long, List<Neighbour>> later = new HashMap<>();

    StatementGraph(JdbcTemplate db, Resemblance resemblance) {
        this.db = db;
        this.resemblance = resemblance;
    }

    /** @param leader 0 if it has none yet @param pile 0 if it lies in none */
    private record Statement(long id, Position position, long leader, long pile) {}

    /** @param statements the live ones, earliest first */
    private record Pile(List<Long> statements, boolean alone, String decision) {}

    @Override
    public Position position(long node) {
        return statement(node).position;
    }

    @Override
    public OptionalLong leader(long node) {
        long leader = statement(node).leader;
        return leader == 0 ? OptionalLong.empty() : OptionalLong.of(leader);
    }

    @Override
    public boolean standsAlone(long node) {
        Pile pile = piles.get(statement(node).pile);
        return pile != null && pile.alone;
    }

    @Override
    public Collection<Neighbour> neighbours(long node) {
        if (!neighbours.containsKey(node)) {
            load(neighbours, Set.of(node), resemblance::neighbours);
        }
        return neighbours.get(node);
    }

    @Override
    public Collection<Neighbour> leaders(long node) {
        if (!leaders.containsKey(node)) {
            load(leaders, Set.of(node), resemblance::leaders);
        }
        return leaders.get(node);
    }

    @Override
    public Collection<Neighbour> later(long node) {
        if (!later.containsKey(node)) {
            loadLater(Set.of(node));
        }
        return later.get(node);
    }

    private void loadLater(Set<Long> wanted) {
        wanted.stream().map(node -> statement(node).position.date()).min(Comparator.naturalOrder()).ifPresent(day ->
                load(later, wanted, statements -> resemblance.neighboursSince(day, statements)));
        wanted.forEach(node -> later.computeIfPresent(node, (key, all) -> all.stream()
                .filter(other -> position(other.node()).compareTo(position(node)) > 0)
                .toList()));
    }

    /** The nodes of live statements. */
    Set<Long> nodes(Collection<Long> touched) {
        loadStatements(touched);
        Set<Long> nodes = new HashSet<>();
        touched.forEach(statement -> nodes.add(node(statement)));
        return nodes;
    }

    /** Loads at once what regrouping {@code touched} is going to ask for. */
    void expect(Set<Long> touched) {
        loadStatements(touched);
        Set<Long> leading = new HashSet<>(touched);
        leading.removeIf(node -> !leads(node));
        load(neighbours, leading, resemblance::neighbours);
        Set<Long> asked = new HashSet<>(touched);
        leading.forEach(node -> neighbours.get(node).forEach(neighbour -> asked.add(neighbour.node())));
        load(leaders, asked, resemblance::leaders);
        // what resembles no leader is about to be one
        Set<Long> alone = new HashSet<>(touched);
        alone.removeAll(leading);
        alone.removeIf(node -> !leaders.get(node).isEmpty());
        loadLater(alone);
    }

    /** Records new leaders. */
    void assign(Map<Long, Long> moved) {
        List<Object[]> rows = new ArrayList<>();
        Set<Long> changed = new HashSet<>();
        moved.forEach((node, leader) -> {
            members(node).forEach(statement -> rows.add(new Object[] {leader, statement}));
            if (leader.equals(node) != leads(node)) {
                changed.addAll(members(node));
            }
        });
        Rows.batch(db, "update statement set leader_id = ? where id = ?", rows);
        resemblance.follow(changed);
    }

    private boolean leads(long node) {
        return statement(node).leader == node;
    }

    private long node(long statement) {
        Pile pile = piles.get(statement(statement).pile);
        return pile == null ? statement : pile.statements.get(0);
    }

    private List<Long> members(long node) {
        Pile pile = piles.get(statement(node).pile);
        return pile == null ? List.of(node) : pile.statements;
    }

    /** Whether a person took two nodes apart. */
    private boolean areApart(long node, long other) {
        Pile one = piles.get(statement(node).pile);
        Pile two = piles.get(statement(other).pile);
        return one != null && two != null && one != two && one.decision.equals(two.decision);
    }

    private Statement statement(long id) {
        if (!statements.containsKey(id)) {
            loadStatements(Set.of(id));
        }
        return statements.get(id);
    }

    /** Statements with the piles they lie in. */
    private void loadStatements(Collection<Long> wanted) {
        Set<Long> unknown = new HashSet<>(wanted);
        unknown.removeAll(statements.keySet());
        Set<Long> found = new HashSet<>();
        Rows.each(db, "select first_date, first_path, first_line, text, leader_id, id, pile_id, category from statement"
                + " where id in (?)", unknown, row -> {
            Statement statement = statement(row);
            statements.put(statement.id, statement);
            if (statement.pile != 0 && !piles.containsKey(statement.pile)) {
                found.add(statement.pile);
            }
        });
        if (!found.isEmpty()) {
            loadPiles(found);
        }
    }

    private static Statement statement(ResultSet row) throws SQLException {
        return new Statement(row.getLong(6), Placement.position(row, 1, row.getString(8)), row.getLong(5), row.getLong(7));
    }

    private void loadPiles(Set<Long> wanted) {
        Rows.each(db, "select id, decision_id, alone from pile where id in (?)", wanted,
                row -> piles.put(row.getLong(1), new Pile(new ArrayList<>(), row.getInt(3) == 1, row.getString(2))));
        Rows.each(db, "select first_date, first_path, first_line, text, leader_id, id, pile_id, category from statement"
                + " where pile_id in (?) and first_date is not null", wanted, row -> {
            Statement statement = statement(row);
            statements.put(statement.id, statement);
            piles.get(statement.pile).statements.add(statement.id);
        });
        wanted.forEach(pile -> piles.get(pile).statements.sort(Comparator.comparing(id -> statements.get(id).position)));
    }

    private void load(Map<Long, List<Neighbour>> known, Set<Long> nodes,
            Function<Collection<Long>, Map<Long, List<Neighbour>>> find) {
        Set<Long> asked = new HashSet<>();
        nodes.forEach(node -> asked.addAll(members(node)));
        Map<Long, List<Neighbour>> found = find.apply(asked);
        Set<Long> others = new HashSet<>();
        found.values().forEach(list -> list.forEach(neighbour -> others.add(neighbour.node())));
        loadStatements(others);
        for (long node : nodes) {
            Map<Long, Double> best = new HashMap<>();
            for (long member : members(node)) {
                for (Neighbour neighbour : found.get(member)) {
                    long other = node(neighbour.node());
                    if (other != node && !areApart(node, other)) {
                        best.merge(other, neighbour.similarity(), Math::max);
                    }
                }
            }
            known.put(node, best.entrySet().stream().map(other -> new Neighbour(other.getKey(), other.getValue())).toList());
        }
    }
}
