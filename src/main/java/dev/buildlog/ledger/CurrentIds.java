package dev.buildlog.ledger;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Under which id a rule goes today that facts name by an older one. Facts name few of all rules, so each is looked up alone. */
final class CurrentIds {

    private final Map<String, String> ids = new HashMap<>();
    private final JdbcTemplate db;
    private final String project;

    CurrentIds(JdbcTemplate db, String project) {
        this.db = db;
        this.project = project;
    }

    /** The id of today; {@code id} itself where the rule has kept it, or no live entry says it any more. */
    String of(String id) {
        return ids.computeIfAbsent(id, known -> db.queryForList("select l.rule_id from statement s join statement l"
                + " on l.id = s.leader_id where s.project_id = ? and s.rule_id = ? and s.rule_id <> l.rule_id"
                + " order by l.rule_id desc limit 1", String.class, project, known).stream().findFirst().orElse(known));
    }
}
