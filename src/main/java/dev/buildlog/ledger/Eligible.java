package dev.buildlog.ledger;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rules of a project that ever took part in a draw: a fold over its selections. */
final class Eligible {

    private final JdbcTemplate db;
    private final String project;

    Eligible(JdbcTemplate db, String project) {
        this.db = db;
        this.project = project;
    }

    void add(Collection<String> rules) {
        Set<String> known = new HashSet<>(db.queryForList("select rule_id from eligible where project_id = ?", String.class,
                project));
        Rows.batch(db, "insert into eligible (project_id, rule_id) values (?,?)", rules.stream().distinct()
                .filter(rule -> !known.contains(rule)).map(rule -> new Object[] {project, rule}).toList());
    }

    /** Whether one of these live rules never took part, under any id that it had. */
    boolean lacks(Set<String> rules) {
        List<String> unknown = db.queryForList("select r.id from rule r left join eligible e on e.project_id = r.project_id"
                + " and e.rule_id = r.id where r.project_id = ? and e.rule_id is null", String.class, project);
        Set<String> fresh = new HashSet<>(unknown);
        fresh.retainAll(rules);
        Rows.each(db, "select l.rule_id from statement l join statement s on s.leader_id = l.id join eligible e"
                + " on e.project_id = s.project_id and e.rule_id = s.rule_id where l.rule_id in (?) and l.project_id = ?",
                List.copyOf(fresh), row -> fresh.remove(row.getString(1)), project);
        return !fresh.isEmpty();
    }

    /** Folds anew. */
    static void refold(JdbcTemplate db) {
        db.update("delete from eligible");
        db.query("select id, project_id, others from selection", row -> {
            Set<String> rules = new HashSet<>(db.queryForList("select rule_id from selection_candidate where selection_id = ?",
                    String.class, row.getString(1)));
            OtherCandidates.of(row.getString(3)).forEach(one -> rules.add(one.rule()));
            new Eligible(db, row.getString(2)).add(rules);
        });
    }
}
