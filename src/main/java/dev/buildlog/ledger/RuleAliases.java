package dev.buildlog.ledger;

import org.springframework.jdbc.core.JdbcTemplate;

/** Ids that rules had before they came to this ledger, beside those they had here. */
final class RuleAliases {

    private RuleAliases() {}

    /** The id that {@code id} stands for in {@code project}: itself where it is nothing else's name. */
    static String resolve(JdbcTemplate db, String project, String id) {
        return db.queryForList("select rule_id from rule_alias where project_id = ? and alias = ?", String.class, project, id)
                .stream().findFirst().orElse(id);
    }

    /** Makes {@code alias} another name of {@code rule}; one that is known stays what it is. */
    static void add(JdbcTemplate db, String project, String alias, String rule) {
        if (!alias.equals(rule)) {
            db.update("insert into rule_alias (project_id, alias, rule_id) values (?,?,?) on conflict do nothing", project, alias,
                    rule);
        }
    }
}
