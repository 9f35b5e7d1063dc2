package dev.buildlog.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Gives the names of one project to another. Facts speak of holders, entries and statements by number, so most of them come along
 * untouched; where both projects know the same name, what refers to the one refers to the other from then on.
 */
final class Merging {

    private final JdbcTemplate db;
    private final List<Table> tables;

    Merging(JdbcTemplate db) {
        this.db = db;
        this.tables = Tables.in(db);
    }

    /** Moves all that is said of {@code from} to {@code into}; folds of both are wrong until they are rebuilt. */
    void move(String from, String into) {
        add(from, into);
        for (Table table : tables) {
            if (table.hasProject() && table.kind() == Table.Kind.FOLD) {
                db.update("delete from " + table.name() + " where project_id in (?,?)", from, into);
            } else if (table.hasProject()) {
                refer(table, Table.PROJECT, from, into);
            }
        }
        db.update("delete from project where id = ?", from);
        Projects.alias(db, from, into);
    }

    /** What was paid for both is paid for one. */
    private void add(String from, String into) {
        for (String column : List.of("asked", "remembered", "input", "output", "cached", "written", "nanos")) {
            db.update("update model_usage set " + column + " = " + column + " + coalesce((select o." + column
                    + " from model_usage o where o.day = model_usage.day and o.task = model_usage.task and o.model ="
                    + " model_usage.model and o.project_id = ?), 0) where project_id = ?", from, into);
        }
    }

    /** Has the rows of {@code table} that refer to {@code from} refer to {@code into}. */
    private void refer(Table table, String column, Object from, Object into) {
        if (!table.key().contains(column)) {
            db.update("update " + table.name() + " set " + column + " = ? where " + column + " = ?", into, from);
            return;
        }
        for (Map<String, Object> row : db.queryForList("select * from " + table.name() + " where " + column + " = ?", from)) {
            Map<String, Object> moved = new HashMap<>(row);
            moved.put(column, into);
            List<Map<String, Object>> same = new Keyed(db, table).find(moved);
            if (same.isEmpty()) {
                update(table, column, into, row);
            } else if (table.numbered()) {
                // the one that is there already stands for both
                Object kept = Objects.requireNonNull(same.get(0).get(Table.NUMBER));
                Object gone = Objects.requireNonNull(row.get(Table.NUMBER));
                referring(table.name()).forEach(reference -> refer(reference.table, reference.column, gone, kept));
                db.update("delete from " + table.name() + " where id = ?", gone);
            } else {
                delete(table, row);
            }
        }
    }

    private record Reference(Table table, String column) {}

    /** Those that own rows come before those that only mention them. */
    private List<Reference> referring(String name) {
        List<Reference> all = new ArrayList<>();
        List<Table> last = new ArrayList<>(tables);
        Collections.reverse(last);
        for (Table table : last) {
            if (table.kind() != Table.Kind.FOLD) {
                table.references().forEach((column, other) -> {
                    if (other.equals(name)) {
                        all.add(new Reference(table, column));
                    }
                });
            }
        }
        return all;
    }

    private void update(Table table, String column, Object value, Map<String, Object> row) {
        List<Object> arguments = new ArrayList<>(List.of(value));
        db.update("update " + table.name() + " set " + column + " = ? where " + identify(table, row, arguments),
                arguments.toArray());
    }

    private void delete(Table table, Map<String, Object> row) {
        List<Object> arguments = new ArrayList<>();
        db.update("delete from " + table.name() + " where " + identify(table, row, arguments), arguments.toArray());
    }

    private static String identify(Table table, Map<String, Object> row, List<Object> arguments) {
        List<String> columns = table.order();
        columns.forEach(column -> arguments.add(row.get(column)));
        return String.join(" = ? and ", columns) + " = ?";
    }
}
