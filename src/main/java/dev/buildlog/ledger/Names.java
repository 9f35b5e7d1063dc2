package dev.buildlog.ledger;

import dev.buildlog.model.Holder;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The numbers under which holders and entries are known; made at first sight. */
final class Names {

    private Names() {}

    static long holder(JdbcTemplate db, String project, Holder holder) {
        return numbered(db,
                "select id from holder where project_id = ? and root = ? and branch = ?",
                "insert into holder (project_id, root, branch) values (?,?,?)",
                project, holder.root(), holder.branch());
    }

    static long entry(JdbcTemplate db, String project, String path, LocalDate date) {
        List<Long> known = db.queryForList("select id from entry where project_id = ? and path = ?", Long.class, project, path);
        return known.isEmpty()
                ? numbered(db,
                        "select id from entry where project_id = ? and path = ? and date = ?",
                        "insert into entry (project_id, path, date) values (?,?,?)",
                        project, path, date.toString())
                : known.get(0);
    }

    private static long numbered(JdbcTemplate db, String select, String insert, Object... key) {
        List<Long> known = db.queryForList(select, Long.class, key);
        if (known.isEmpty()) {
            db.update(insert, key);
            known = db.queryForList(select, Long.class, key);
        }
        return known.get(0);
    }
}
