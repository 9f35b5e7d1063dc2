package dev.buildlog.ledger;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds rows of a table by what tells them apart in every ledger. */
final class Keyed {

    private final JdbcTemplate db;
    private final Table table;
    private final String select;

    Keyed(JdbcTemplate db, Table table) {
        this.db = db;
        this.table = table;
        this.select = "select * from " + table.name() + " where " + String.join(" = ? and ", table.key()) + " = ?";
    }

    /** The rows that are the same as {@code row}; none where nothing tells rows apart. */
    List<Map<String, Object>> find(Map<String, Object> row) {
        if (table.key().isEmpty()) {
            return List.of();
        }
        List<Map<String, Object>> found = db.queryForList(select, table.key().stream().map(row::get).toArray());
        return table.name().equals("statement")
                ? found.stream().filter(other -> lowerCase(other).equals(lowerCase(row))).toList()
                : found;
    }

    /** A statement is a text whatever its case; the few digits of its id are no proof. */
    private static String lowerCase(Map<String, Object> row) {
        return String.valueOf(row.get("text")).toLowerCase(Locale.ROOT);
    }
}
