package dev.buildlog.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which rows of each table belong to an export; what refers to a row that does not, does not either. */
final class Extent {

    private final Map<String, Table> tables;
    private final Export.Wish wish;

    Extent(List<Table> tables, Export.Wish wish) {
        this.tables = tables.stream().collect(Collectors.toMap(Table::name, Function.identity()));
        this.wish = wish;
    }

    /** Whether it can be told of the rows of {@code table} whose they are, or nobody asks. Tombstones concern everybody. */
    boolean reaches(Table table) {
        return wish.project() == null || table.hasProject() || table.name().equals("project") || table.name().equals("forgotten")
                || table.references().values().stream().anyMatch(other -> reaches(named(other)));
    }

    /** A condition in SQL, from {@code where} on; empty for all rows. Adds the values of its parameters to {@code arguments}. */
    String condition(Table table, List<Object> arguments) {
        List<String> parts = new ArrayList<>();
        if (wish.project() != null && (table.hasProject() || table.name().equals("project"))) {
            parts.add((table.hasProject() ? Table.PROJECT : Table.NUMBER) + " = ?");
            arguments.add(wish.project());
        }
        Table.Moment moment = table.moment();
        if (wish.since() != null && table.kind() == Table.Kind.FACT && moment != null && !table.name().equals("forgotten")) {
            parts.add(moment.column() + " >= ?");
            arguments.add(moment.micros() ? EntryRecorder.micros(wish.since()) : wish.since().toString());
        }
        new TreeMap<>(table.references()).forEach((column, other) -> {
            if (!other.equals("project") && !other.equals(table.name())) {
                List<Object> more = new ArrayList<>();
                String inner = condition(named(other), more);
                if (!inner.isEmpty()) {
                    parts.add("(" + column + " is null or " + column + " in (select id from " + other + inner + "))");
                    arguments.addAll(more);
                }
            }
        });
        new TreeMap<>(table.belongs()).forEach((other, columns) -> {
            List<Object> more = new ArrayList<>();
            String inner = condition(named(other), more);
            if (!inner.isEmpty()) {
                // both call the columns the same
                String key = String.join(", ", columns);
                parts.add("(" + key + ") in (select " + key + " from " + other + inner + ")");
                arguments.addAll(more);
            }
        });
        return parts.isEmpty() ? "" : " where " + String.join(" and ", parts);
    }

    private Table named(String name) {
        return Objects.requireNonNull(tables.get(name));
    }
}
