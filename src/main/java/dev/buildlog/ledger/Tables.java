package dev.buildlog.ledger;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * All tables of the schema. What they hold is said here; how they are built is asked of the database, so that a new table needs
 * one word. A test fails while a table has none.
 */
final class Tables {

    private static final Map<String, Table.Kind> KINDS = new TreeMap<>();

    /** Rows of numbered tables that no unique index tells apart. */
    private static final Map<String, List<String>> KEYS = Map.of(
            "statement", List.of("project_id", "category", "rule_id"),
            "print", List.of("statement_id", "backend", "data"),
            "evidence_change", List.of("project_id", "reward_id", "rule_id", "context", "changed_at", "successes", "failures"));

    private static final Map<String, Set<String>> FOLDED = Map.of(
            "statement", Set.of("first_date", "first_path", "first_line", "leader_id", "leads", "pile_id", "wording_id"),
            "print", Set.of("live"));

    static {
        say(Table.Kind.NAME, "project", "project_alias", "rule_alias", "holder", "entry", "statement", "print");
        say(Table.Kind.FACT, "reading", "insight", "observation", "departure", "submission", "assessment", "wording", "decision",
                "pile", "pile_member", "review", "finding", "citation", "mistake", "reward", "reward_rule", "selection",
                "selection_candidate", "policy", "exposure", "eligibility", "evidence_change", "gauntlet_run",
                "gauntlet_candidate", "gauntlet_issued", "gauntlet_risk", "gauntlet_risk_finding", "gauntlet_risk_issue",
                "session", "session_end", "mistake_detail", "git_commit", "git_commit_file", "consumed", "edge", "seed", "halving",
                "imported", "imported_arm", "forgotten");
        say(Table.Kind.FOLD, "holding", "block", "rule", "stance", "stance_key", "contradiction", "evidence", "learned");
        say(Table.Kind.WORK, "stamp", "outbox", "dead_letter", "trust", "access_token", "idempotency", "model_answer", "model_usage",
                "vector", "passed", "checkout", "flyway_schema_history");
    }

    private static volatile List<Table> known = List.of();

    private Tables() {}

    private static void say(Table.Kind kind, String... names) {
        List.of(names).forEach(name -> KINDS.put(name, kind));
    }

    /** The kind of each table. */
    static Map<String, Table.Kind> kinds() {
        return Map.copyOf(KINDS);
    }

    /**
     * The tables of {@code db}, each behind those it refers to. Every ledger that is open has the same ones, and to ask a database
     * takes longer than most of what is done with them.
     */
    static List<Table> in(JdbcTemplate db) {
        List<Table> tables = known;
        if (tables.isEmpty()) {
            tables = read(db);
            known = tables;
        }
        return tables;
    }

    private static List<Table> read(JdbcTemplate db) {
        SortedMap<String, Table> all = new TreeMap<>();
        db.execute((ConnectionCallback<Void>) connection -> {
            for (String name : names(connection)) {
                all.put(name, describe(connection.getMetaData(), name));
            }
            return null;
        });
        Map<String, Table> sorted = new LinkedHashMap<>();
        all.values().forEach(table -> add(sorted, table, all));
        return List.copyOf(sorted.values());
    }

    /** Those whose rows go into another ledger. */
    static List<Table> travelling(JdbcTemplate db) {
        return in(db).stream().filter(table -> table.kind().travels()).toList();
    }

    private static void add(Map<String, Table> sorted, Table table, Map<String, Table> all) {
        if (!sorted.containsKey(table.name())) {
            Stream.concat(table.references().values().stream(), table.belongs().keySet().stream())
                    .filter(other -> !other.equals(table.name())).sorted()
                    .forEach(other -> add(sorted, Objects.requireNonNull(all.get(other)), all));
            sorted.put(table.name(), table);
        }
    }

    /** Names of the tables there are, the database's own left out. */
    static List<String> names(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME");
                if (!name.startsWith("sqlite_")) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static Table describe(DatabaseMetaData schema, String name) throws SQLException {
        List<String> columns = new ArrayList<>();
        boolean number = false;
        Table.Moment moment = null;
        try (ResultSet rows = schema.getColumns(null, null, name, "%")) {
            while (rows.next()) {
                columns.add(rows.getString("COLUMN_NAME"));
                String column = rows.getString("COLUMN_NAME");
                boolean integer = rows.getString("TYPE_NAME").equalsIgnoreCase("integer");
                number |= column.equals(Table.NUMBER) && integer;
                if (moment == null && (column.equals("at") || column.endsWith("_at"))) {
                    moment = new Table.Moment(column, integer);
                }
            }
        }
        SortedMap<Short, String> primary = new TreeMap<>();
        try (ResultSet rows = schema.getPrimaryKeys(null, null, name)) {
            while (rows.next()) {
                primary.put(rows.getShort("KEY_SEQ"), rows.getString("COLUMN_NAME"));
            }
        }
        Map<String, String> references = new TreeMap<>();
        Map<String, List<String>> belongs = new TreeMap<>();
        try (ResultSet rows = schema.getImportedKeys(null, null, name)) {
            while (rows.next()) {
                references.put(rows.getString("FKCOLUMN_NAME"), rows.getString("PKTABLE_NAME"));
                if (rows.getShort("KEY_SEQ") > 1) {
                    belongs.put(rows.getString("PKTABLE_NAME"), new ArrayList<>());
                }
            }
        }
        references.forEach((column, other) -> belongs.computeIfPresent(other, (table, held) -> {
            held.add(column);
            return held;
        }));
        references.values().removeAll(belongs.keySet());
        boolean numbered = number && primary.size() == 1 && primary.containsValue(Table.NUMBER);
        List<String> key = numbered ? KEYS.getOrDefault(name, unique(schema, name)) : List.copyOf(primary.values());
        return new Table(name, KINDS.getOrDefault(name, Table.Kind.WORK), columns, numbered, key, references, belongs, moment,
                FOLDED.getOrDefault(name, Set.of()));
    }

    /** Columns of the first unique index; none if there is none. */
    private static List<String> unique(DatabaseMetaData schema, String name) throws SQLException {
        SortedMap<String, Set<String>> indexes = new TreeMap<>();
        try (ResultSet rows = schema.getIndexInfo(null, null, name, true, true)) {
            while (rows.next()) {
                if (rows.getString("INDEX_NAME") != null && !rows.getBoolean("NON_UNIQUE")) {
                    indexes.computeIfAbsent(rows.getString("INDEX_NAME"), index -> new LinkedHashSet<>())
                            .add(rows.getString("COLUMN_NAME"));
                }
            }
        }
        return indexes.isEmpty() ? List.of() : List.copyOf(indexes.get(indexes.firstKey()));
    }
}
