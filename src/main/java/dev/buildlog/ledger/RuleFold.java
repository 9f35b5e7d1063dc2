package dev.buildlog.ledger;

import dev.buildlog.curate.Grouping;
import dev.buildlog.curate.Similarity;
import dev.buildlog.model.Rule;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Brings statements, groups and rules in line with what the holders hold now. The work is that of the statements concerned and
 * their neighbours, however large the journal is.
 */
final class RuleFold {

    private final JdbcTemplate db;
    private final Map<String, Similarity> similarities;

    RuleFold(JdbcTemplate db, Map<String, Similarity> similarities) {
        this.db = db;
        this.similarities = similarities;
    }

    /**
     * Folds again what {@code statements} contribute.
     *
     * @param statements numbers of all statements whose live occurrences may have changed
     * @return the rules of these statements that were never announced, by the statement that leads them
     */
    Map<Long, Rule> fold(Collection<Long> statements) {
        Resemblance resemblance = new Resemblance(db, similarities);
        Placement placement = new Placement(db, resemblance);
        placement.place(statements);
        StatementGraph graph = new StatementGraph(db, resemblance);
        Set<Long> touched = graph.nodes(placement.touched());
        graph.expect(touched);
        Map<Long, Long> moved = Grouping.regroup(graph, touched);
        graph.assign(moved);
        Set<Long> changed = new HashSet<>(placement.changed());
        changed.addAll(moved.values());
        moved.keySet().forEach(node -> graph.leader(node).ifPresent(changed::add));
        Set<Long> groups = new HashSet<>(placement.groups());
        groups.addAll(changed);
        return new Groups(db).refresh(groups, changed);
    }
}
