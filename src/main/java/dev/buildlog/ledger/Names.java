package dev.buildlog.ledger;

import dev.buildlog.model.Holder;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** The numbers under which holders and entries are known; made at first sight. */
final class Names {

    private Names() {}

    static long holder(JdbcTemplate db, String project, Holder holder) {
        return numbered(db,
                "select id from holder where project_id = ? and root = ? and branch = ?",
                "insert into holder (project_id, root, branch) values (?,?,?) returning id",
                project, holder.root(), holder.branch());
    }

    static long entry(JdbcTemplate db, String project, String path) {
        return numbered(db,
                "select id from entry where project_id = ? and path = ?",
                "insert into entry (project_id, path) values (?,?) returning id",
                project, path);
    }

    private static long numbered(JdbcTemplate db, String select, String insert, Object... key) {
        List<Long> known = db.queryForList(select, Long.class, key);
        return known.isEmpty() ? Objects.requireNonNull(db.queryForObject(insert, Long.class, key)) : known.get(0);
    }
}
