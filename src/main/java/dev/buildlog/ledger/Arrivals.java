package dev.buildlog.ledger;

import dev.buildlog.model.BuildlogException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows out of another ledger, under the numbers that they get in this one. To be used within one transaction. */
final class Arrivals {

    private final JdbcTemplate db;
    private final Map<String, Map<Object, Object>> numbers = new HashMap<>();
    private final Map<String, Keyed> keyed = new HashMap<>();

    Arrivals(JdbcTemplate db) {
        this.db = db;
    }

    /**
     * Stores {@code foreign} unless it is here already.
     *
     * @return whether it was new
     * @throws BuildlogException if it refers to a row that did not come along
     */
    boolean take(Table table, Map<String, Object> foreign) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (String column : table.columns()) {
            if (foreign.containsKey(column) && !table.folded().contains(column)) {
                row.put(column, here(table, column, foreign.get(column)));
            }
        }
        Object number = foreign.get(Table.NUMBER);
        if (table.numbered()) {
            row.remove(Table.NUMBER);
        } else if (table.name().equals("project")) {
            row.put(Table.NUMBER, Projects.canonical(db, String.valueOf(number)));
        }
        List<Map<String, Object>> same = keyed.computeIfAbsent(table.name(), name -> new Keyed(db, table)).find(row);
        Object known = same.isEmpty() ? insert(table, row) : same.get(0).get(Table.NUMBER);
        if (table.numbered() && number != null && known != null) {
            numbers.computeIfAbsent(table.name(), name -> new HashMap<>()).put(((Number) number).longValue(), known);
        }
        return same.isEmpty();
    }

    private @Nullable Object here(Table table, String column,
            @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (column.equals(Table.PROJECT)) {
            return Projects.canonical(db, value.toString());
        }
        String other = table.references().get(column);
        if (other == null || !(value instanceof Number number)) {
            return value;
        }
        Object known = numbers.getOrDefault(other, Map.of()).get(number.longValue());
        if (known == null) {
            throw new BuildlogException("refers to row " + number + " of the table " + other + ", which the export does not have:"
                    + " export that table too. Nothing was changed");
        }
        return known;
    }

    private @Nullable Object insert(Table table, Map<String, Object> row) {
        List<String> columns = new ArrayList<>(row.keySet());
        String sql = "insert into " + table.name() + " (" + String.join(", ", columns) + ") values ("
                + "?,".repeat(columns.size() - 1) + "?)";
        Object[] values = row.values().toArray();
        if (table.numbered()) {
            return db.queryForObject(sql + " returning id", Long.class, values);
        }
        db.update(sql, values);
        return row.get(Table.NUMBER);
    }
}
