package dev.buildlog.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables to what this version knows. */
final class Schema {

    /** Newest migration this version knows. */
    static final int VERSION = 19;

    private Schema() {}

    /**
     * Migrates {@code file} if there is need; Flyway is asked only then, as it costs more than the whole of a short command. Two
     * processes that begin together take turns, as two threads of one do, since the migration and the note that it was done are
     * not one transaction.
     */
    static synchronized void migrate(Path file, DataSource source) throws SQLException, IOException {
        if (isCurrent(file, source)) {
            return;
        }
        Path lock = file.resolveSibling("migration.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            if (!isCurrent(file, source)) {
                keepBefore(file, source);
                Flyway.configure(Schema.class.getClassLoader())
                        .dataSource(source)
                        .locations("classpath:db/migration")
                        .load()
                        .migrate();
            }
        }
    }

    /** Copies a database that has something to lose into the folder {@code backups}. */
    private static void keepBefore(Path file, DataSource source) throws SQLException, IOException {
        int version = version(source);
        if (version == 0) {
            return;
        }
        Path folder = Files.createDirectories(file.resolveSibling("backups"));
        Path copy = folder.resolve("buildlog-schema-" + version + ".db");
        for (int i = 2; Files.exists(copy); i++) {
            copy = folder.resolve("buildlog-schema-" + version + "-" + i + ".db");
        }
        Backup.write(source, copy);
    }

    private static boolean isCurrent(Path file, DataSource source) throws SQLException {
        int version = version(source);
        if (version > VERSION) {
            throw Faults.newerSchema(file, version, VERSION);
        }
        if (version == 0 && isPythons(source)) {
            throw Faults.pythonDatabase(file);
        }
        return version == VERSION;
    }

    private static boolean isPythons(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return Tables.names(connection).containsAll(List.of("schema_version", "skill_decisions"));
        }
    }

    /** The newest migration that was done; 0 for none. */
    static int version(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet table = statement.executeQuery(
                    "select count(*) from sqlite_master where name = 'flyway_schema_history'")) {
                if (!table.next() || table.getInt(1) == 0) {
                    return 0;
                }
            }
            try (ResultSet rows = statement.executeQuery(
                    "select max(cast(version as integer)) from flyway_schema_history where success = 1")) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        }
    }
}
