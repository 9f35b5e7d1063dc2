package dev.buildlog.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.buildlog.legacy.LegacyData;
import dev.buildlog.legacy.LegacyKind;
import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The Python tool's database, schema versions 1 to 7. What is read is a copy, since even looking at a database leaves files
 * beside it.
 */
public final class LegacyDatabase implements AutoCloseable {

    private static final int NEWEST = 7;

    private static final Set<String> JSON = Set.of("rules_active", "new_learning_ids", "reinforced_learning_ids",
            "related_concepts", "relation_to_prior", "rules_consulted", "rules", "tags", "refs", "provenance", "metadata", "properties",
            "selected_rules", "rules_at_start", "rules_at_end");

    private final Path file;
    private final Path copies;
    private final Connection connection;

    private LegacyDatabase(Path file, Path copies, Connection connection) {
        this.file = file;
        this.copies = copies;
        this.connection = connection;
    }

    /**
     * A project as it was known there.
     *
     * @param path absolute path of its first checkout
     */
    public record Known(String id, String name, String path) {}

    /** Whether {@code file} is such a database; false too where it is none at all. */
    public static boolean isOne(Path file) {
        if (!Files.isRegularFile(file) || isLedger(file)) {
            return false;
        }
        try (LegacyDatabase database = open(file)) {
            return true;
        } catch (BuildlogException e) {
            return false;
        }
    }

    /** Whether it is buildlog's own, which need not be copied to see what it is. */
    private static boolean isLedger(Path file) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath().toUri()
                + "?immutable=1")) {
            return Tables.names(connection).contains("flyway_schema_history");
        } catch (SQLException e) {
            return false;
        }
    }

    /** @throws BuildlogException if it is damaged, something else, or of a newer version */
    public static LegacyDatabase open(Path file) {
        try {
            Path copies = Files.createTempDirectory("buildlog-migrate");
            Path copy = copies.resolve("old.db");
            Files.copy(file, copy);
            Path log = Path.of(file + "-wal");
            if (Files.exists(log)) {
                Files.copy(log, Path.of(copy + "-wal"));
            }
            LegacyDatabase database = new LegacyDatabase(file, copies, DriverManager.getConnection("jdbc:sqlite:" + copy));
            database.check();
            return database;
        } catch (IOException | SQLException e) {
            throw new BuildlogException(BuildlogException.Kind.FAILED, "cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private void check() throws SQLException {
        String complaint = "";
        try (Statement statement = connection.createStatement()) {
            if (!Tables.names(connection).containsAll(List.of("schema_version", "projects", "skill_decisions"))) {
                complaint = " is not the database of the Python tool";
            } else {
                try (ResultSet version = statement.executeQuery("select max(version) from schema_version")) {
                    complaint = version.next() && version.getInt(1) <= NEWEST ? ""
                            : " has a schema newer than " + NEWEST + ", the last one that is known";
                }
            }
        } finally {
            if (!complaint.isEmpty()) {
                close();
            }
        }
        if (!complaint.isEmpty()) {
            throw new BuildlogException(file + complaint + ". Nothing was changed");
        }
    }

    /** All projects in it. */
    public List<Known> projects() {
        List<Known> projects = new ArrayList<>();
        each("projects", (row, number) -> projects.add(new Known(row.getString("id"), row.getString("name"),
                row.getString("path"))));
        return projects;
    }

    /**
     * Reads what belongs to projects that are wanted, and what belongs to none.
     *
     * @param wanted id that a project has today, by its id here
     */
    public void read(Map<String, String> wanted, LegacyData data) {
        for (LegacyKind kind : LegacyKind.values()) {
            each(kind.table(), (row, number) -> {
                ObjectNode fields = fields(row);
                String project = fields.path("project_id").asText("");
                if (project.isEmpty() || wanted.containsKey(project)) {
                    fields.remove(List.of("project_id", "rowid"));
                    data.add(wanted.getOrDefault(project, ""), kind,
                            kind == LegacyKind.ACTIVE_SESSION ? LegacyData.parsed(row.getString("data")) : fields,
                            file + ": " + kind.table() + " row " + number);
                }
            });
        }
    }

    private interface Each {
        void take(ResultSet row, int number) throws SQLException;
    }

    private void each(String table, Each each) {
        try (Statement statement = connection.createStatement()) {
            if (Tables.names(connection).contains(table)) {
                try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                    for (int i = 1; rows.next(); i++) {
                        each.take(rows, i);
                    }
                }
            }
        } catch (SQLException e) {
            throw new BuildlogException(BuildlogException.Kind.FAILED, "cannot read " + table + " of " + file + ": "
                    + e.getMessage() + ". Nothing was changed", e);
        }
    }

    private static ObjectNode fields(ResultSet row) throws SQLException {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String name = row.getMetaData().getColumnName(i);
            Object value = row.getObject(i);
            if (value instanceof Double || value instanceof Float) {
                fields.put(name, ((Number) value).doubleValue());
            } else if (value instanceof Number number) {
                fields.put(name, number.longValue());
            } else if (value instanceof String text) {
                fields.set(name, JSON.contains(name) ? LegacyData.parsed(text) : JsonNodeFactory.instance.textNode(text));
            }
        }
        return fields;
    }

    @Override
    public void close() {
        try {
            connection.close();
            try (Stream<Path> files = Files.list(copies)) {
                for (Path copy : files.toList()) {
                    Files.delete(copy);
                }
            }
            Files.delete(copies);
        } catch (IOException | SQLException e) {
            throw new BuildlogException(BuildlogException.Kind.FAILED, "cannot remove the copy in " + copies + ": "
                    + e.getMessage(), e);
        }
    }
}
