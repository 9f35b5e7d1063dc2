package dev.buildlog.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.sqlite.SQLiteConfig;

/**
 * The SQLite file {@code buildlog.db} in the home, opened and brought to the schema of this version.
 *
 * <p>Two pools: one connection for writes (so that the writers of one process queue up instead of polling the lock), a few for
 * reads. Every commit of the write connection is synced to disk before it returns.
 */
public final class Database implements AutoCloseable {

    /**
     * Pages of 4 KiB that wait in the log before they go to their places. Rule ids and blocks are hashes, so a first sync
     * changes the same pages again and again; the longer they wait, the fewer of them are written twice.
     */
    private static final int CHECKPOINT_PAGES = 4_000;

    /** Numbers of different connections say nothing about each other, so each database that is opened counts in its own range. */
    private static final AtomicLong OPENINGS = new AtomicLong();

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path file;
    private final HikariDataSource writes;
    private final HikariDataSource reads;
    private final long opening = OPENINGS.incrementAndGet() << 32;
    private @Nullable Connection watch;

    private Database(Path file, HikariDataSource writes, HikariDataSource reads) {
        this.file = file;
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
        NativeLibrary.ready(home);
        HikariDataSource writes = null;
        boolean fresh = !Files.exists(file);
        try {
            writes = pool(file, SQLiteConfig.TransactionMode.IMMEDIATE, 1, 16_000, patience);
            Schema.migrate(file, writes);
            if (fresh) {
                OwnerOnly.folder(home);
                OwnerOnly.database(file);
            }
            return new Database(file, writes, pool(file, SQLiteConfig.TransactionMode.DEFERRED, 4, 2_000, patience));
        } catch (RuntimeException | SQLException | IOException e) {
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

    /**
     * Writes the file anew, without free pages, and empties its log; false if somebody goes on reading the log. The connections
     * of the pools are closed for that: a statement that one of them has begun with and not ended would be in the way.
     */
    boolean compact() throws SQLException {
        writes.getHikariPoolMXBean().softEvictConnections();
        reads.getHikariPoolMXBean().softEvictConnections();
        try (Connection connection = new LedgerConnection(file.toAbsolutePath(), pragmas(SQLiteConfig.TransactionMode.DEFERRED,
                2_000, PATIENCE)); Statement statement = connection.createStatement()) {
            statement.execute("vacuum");
            try (ResultSet result = statement.executeQuery("pragma wal_checkpoint(truncate)")) {
                return result.next() && result.getInt(1) == 0;
            }
        }
    }

    /**
     * A number that changes whenever anyone commits. SQLite counts for each connection what others commit, so a connection that
     * never writes is kept for this.
     */
    synchronized long state() {
        try {
            if (watch == null) {
                watch = new LedgerConnection(file.toAbsolutePath(), pragmas(SQLiteConfig.TransactionMode.DEFERRED, 2_000,
                        PATIENCE));
            }
            try (PreparedStatement asked = watch.prepareStatement("pragma data_version"); ResultSet row = asked.executeQuery()) {
                return opening + (row.next() ? row.getLong(1) : 0);
            }
        } catch (SQLException e) {
            throw Faults.translate(file.toString(), e);
        }
    }

    private synchronized void closeWatch() {
        if (watch != null) {
            try {
                watch.close();
            } catch (SQLException e) {
                throw Faults.translate(file.toString(), e);
            }
        }
    }

    @Override
    public void close() {
        closeWatch();
        reads.close();
        writes.close();
    }

    private static HikariDataSource pool(Path file, SQLiteConfig.TransactionMode mode, int size, int cacheKibibytes,
            Duration patience) {
        SQLiteConfig pragmas = pragmas(mode, cacheKibibytes, patience);
        HikariConfig config = new HikariConfig();
        config.setDataSource(new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return new LedgerConnection(file.toAbsolutePath(), pragmas);
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return getConnection();
            }

            /** For so long the pool, when closed, waits for a connection that is just being opened. */
            @Override
            public int getLoginTimeout() {
                return 5;
            }
        });
        config.setConnectionInitSql("pragma wal_autocheckpoint = " + CHECKPOINT_PAGES);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(60_000);
        config.setPoolName("ledger-" + mode.name().toLowerCase(Locale.ROOT));
        return new HikariDataSource(config);
    }

    private static SQLiteConfig pragmas(SQLiteConfig.TransactionMode mode, int cacheKibibytes, Duration patience) {
        SQLiteConfig pragmas = new SQLiteConfig();
        pragmas.setJournalMode(SQLiteConfig.JournalMode.WAL);
        pragmas.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        pragmas.setTransactionMode(mode);
        pragmas.setBusyTimeout((int) patience.toMillis());
        pragmas.enforceForeignKeys(true);
        // nobody asks for them, and the driver would ask the database after each insert
        pragmas.setGetGeneratedKeys(false);
        pragmas.setCacheSize(-cacheKibibytes);
        return pragmas;
    }
}
