package dev.buildlog.ledger;

import dev.buildlog.model.BuildlogException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The open ledger: where questions are asked and transactions run. What is asked and what is decided stands in the classes that
 * are made with it.
 */
public final class Ledger implements AutoCloseable {

    private final Database database;
    private final String file;
    private final JdbcTemplate reads;
    private final JdbcTemplate writes;
    private final GroupCommit transactions;
    private volatile @Nullable Memory memory;

    private Ledger(Path home, Database database) {
        this.database = database;
        this.file = home.resolve("buildlog.db").toString();
        this.reads = new JdbcTemplate(database.reads());
        this.writes = new JdbcTemplate(database.writes());
        DataSourceTransactionManager manager = new DataSourceTransactionManager(database.writes());
        manager.setRollbackOnCommitFailure(true);
        this.transactions = new GroupCommit(new TransactionTemplate(manager));
    }

    /** Opens the ledger of {@code home}; see {@link Database#open} for what is refused. */
    public static Ledger open(Path home) {
        return new Ledger(home, Database.open(home));
    }

    /** As {@link #open(Path)}, waiting at most {@code patience} for another process. */
    static Ledger open(Path home, Duration patience) {
        return new Ledger(home, Database.open(home, patience));
    }

    /** The data source for routes in YAML: autocommit, synced. */
    public DataSource dataSource() {
        return database.reads();
    }

    /** Asks a question. */
    <T> T read(Function<JdbcTemplate, T> question) {
        return translating(() -> question.apply(reads));
    }

    /**
     * Has this process keep long answers until anyone commits. For one that is asked again and again: a command that asks once
     * would only pay for it.
     */
    public void keepAnswers() {
        memory = new Memory(database::state);
    }

    /** A number that changes whenever anyone commits, in this process or another. */
    public long state() {
        return database.state();
    }

    /**
     * Asks a question, unless its answer is kept and still holds.
     *
     * @param name of the question with all that it depends on; the answer must be immutable
     */
    <T> T remembered(String name, Function<JdbcTemplate, T> question) {
        Memory kept = memory;
        return kept == null ? read(question) : kept.recall(name, () -> read(question));
    }

    /** Asks several questions of one state of the ledger, whatever is written meanwhile. */
    <T> T snapshot(Function<JdbcTemplate, T> questions) {
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database.reads()));
        return translating(() -> transaction.execute(status -> questions.apply(reads)));
    }

    /**
     * Writes the file anew, without pages that are free, and empties its log.
     *
     * @throws BuildlogException if another process reads it meanwhile
     */
    void compact() {
        translating(() -> {
            try {
                if (!database.compact()) {
                    throw new BuildlogException("the log of " + file + " could not be emptied: another process reads it. Stop"
                            + " it, and do this again");
                }
                return null;
            } catch (SQLException e) {
                throw Faults.translate(file, e);
            }
        });
    }

    /** The file it lies in. */
    Path file() {
        return Path.of(file);
    }

    /**
     * Runs {@code work} in one write transaction: all of it is on disk when this returns, or none of it. It may run twice, see
     * {@link GroupCommit}.
     */
    <T> T write(Function<JdbcTemplate, T> work) {
        return translating(() -> transactions.run(() -> work.apply(writes)));
    }

    /** How many works this process has written since the ledger was opened. */
    public long works() {
        return transactions.works();
    }

    private <T> T translating(Supplier<T> work) {
        try {
            return work.get();
        } catch (TransactionSystemException e) {
            // a rollback that fails too would hide why there was one
            throw Faults.translate(file, e.getApplicationException() instanceof Exception cause ? cause : e);
        } catch (DataAccessException | TransactionException e) {
            throw Faults.translate(file, e);
        }
    }

    @Override
    public void close() {
        transactions.close();
        database.close();
    }
}
