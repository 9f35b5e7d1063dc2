package dev.buildlog.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * The SQLite file {@code buildlog.db} in the home, opened and brought to the schema of this version.
 *
 * <p>Two pools: one connection for writes (so that the writers of one process queue up instead of polling the lock), a few for
 * reads. Every commit of the write connection is synced to disk before it returns.
 */
public final class Database implements AutoCloseable {

    /** Newest migration this version knows. */
    static final int SCHEMA_VERSION = 1;

    /**
     * Pages of 4 KiB that wait in the log before they go to their places. Rule ids and blocks are hashes, so a first sync
     * changes the same pages again and again; the longer they wait, the fewer of them are written twice.
     */
    private static final int CHECKPOINT_PAGES = 4_000;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HikariDataSource writes;
    private final HikariDataSource reads;

    private Database(HikariDataSource writes, HikariDataSource reads) {
        this.writes = writes;
        this.reads = reads;
    }

    /**
     * Opens the ledger in {@code home}, making it if there is none.
     *
     * @throws BuildlogException if the home cannot be written, or the file is damaged or of a newer version; the file is then
     *     left as it is
     */
    public static Database open(Path home) {
        return open(home, PATIENCE);
    }

    /** @param patience for how long a statement waits for another process to let go of its lock */
    static Database open(Path home, Duration patience) {
        Path file = home.resolve("buildlog.db");
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw Faults.homeNotWritable(home, e);
        }
        if (!Files.isWritable(home) || Files.exists(file) && !Files.isWritable(file)) {
            throw Faults.homeNotWritable(home, null);
        }
        HikariDataSource writes = null;
        try {
            writes = pool(file, TransactionMode.IMMEDIATE, 1, 16_000, patience);
            migrate(file, writes);
            return new Database(writes, pool(file, TransactionMode.DEFERRED, 4, 2_000, patience));
        } catch (RuntimeException | SQLException e) {
            if (writes != null) {
                writes.close();
            }
            throw Faults.opening(file, e);
        }
    }

    /** The pool for transactions that write; one connection. */
    public DataSource writes() {
        return writes;
    }

    /** The pool for questions. */
    public DataSource reads() {
        return reads;
    }

    @Override
    public void close() {
        reads.close();
        writes.close();
    }

    private static HikariDataSource pool(Path file, TransactionMode transactionMode, int size, int cacheKibibytes,
            Duration patience) {
        // not in the URL: there the driver's own defaults win over some of these
        SQLiteConfig settings = new SQLiteConfig();
        settings.setJournalMode(SQLiteConfig.JournalMode.WAL);
        settings.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        settings.setTransactionMode(transactionMode);
        settings.setBusyTimeout(Math.toIntExact(patience.toMillis()));
        settings.setCacheSize(-cacheKibibytes);
        settings.enforceForeignKeys(true);
        SQLiteDataSource sqlite = new SQLiteDataSource(settings);
        sqlite.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        HikariConfig config = new HikariConfig();
        config.setDataSource(new DelegatingDataSource(sqlite) {
            @Override
            public Connection getConnection() throws SQLException {
                return StatementCache.around(super.getConnection());
            }
        });
        config.setConnectionInitSql("pragma wal_autocheckpoint = " + CHECKPOINT_PAGES);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(60_000);
        config.setPoolName("ledger-" + transactionMode.name().toLowerCase(java.util.Locale.ROOT));
        return new HikariDataSource(config);
    }

    /** Flyway is asked only when there is something to do: it costs more than the whole of a short command. */
    private static void migrate(Path file, DataSource source) throws SQLException {
        int version = version(source);
        if (version > SCHEMA_VERSION) {
            throw Faults.newerSchema(file, version, SCHEMA_VERSION);
        }
        if (version < SCHEMA_VERSION) {
            try {
                Flyway.configure(Database.class.getClassLoader())
                        .dataSource(source)
                        .locations("classpath:db/migration")
                        .load()
                        .migrate();
            } catch (FlywayException e) {
                // another process may have migrated at the same moment; then all is well
                if (version(source) != SCHEMA_VERSION) {
                    throw e;
                }
            }
        }
    }

    private static int version(DataSource source) throws SQLException {
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
