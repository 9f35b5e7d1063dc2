package dev.buildlog.ledger;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Under which id a rule goes today that facts name by an older one. */
final class CurrentIds {

    private final Map<String, String> ids = new HashMap<>();

    CurrentIds(JdbcTemplate db, String project) {
        db.query("select distinct s.rule_id, l.rule_id from statement s join statement l on l.id = s.leader_id"
                + " where s.project_id = ? and s.rule_id <> l.rule_id order by s.rule_id, l.rule_id", row -> {
            ids.put(row.getString(1), row.getString(2));
        }, project);
    }

    /** The id of today; {@code id} itself where the rule has kept it, or no live entry says it any more. */
    String of(String id) {
        return ids.getOrDefault(id, id);
    }
}
