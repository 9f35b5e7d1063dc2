package dev.buildlog.ledger;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.jdbc4.JDBC4Connection;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/**
 * A connection of the SQLite driver, with three things mended. It keeps its prepared statements for the next time: one transaction
 * of the ledger runs some thirty of them, and preparing each anew takes as long as running it. And where a transaction cannot
 * begin because the lock is taken, it goes back to autocommit: the driver would go on as if the transaction had begun, and what
 * the next one writes would neither be atomic nor be rolled back. And where SQLite has rolled back by itself, as it does when the
 * disk is full, there is nothing left to roll back: the driver would fail there, and hide why.
 *
 * <p>To be used by one thread at a time.
 */
final class LedgerConnection extends JDBC4Connection {

    private static final int MOST = 100;

    private final Map<String, Reusable> idle = new LinkedHashMap<>();

    LedgerConnection(Path file, SQLiteConfig config) throws SQLException {
        super("jdbc:sqlite:" + file, file.toString(), config.toProperties());
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        Reusable kept = idle.remove(sql);
        return kept == null ? new Reusable(sql) : kept;
    }

    @Override
    public void setAutoCommit(boolean autoCommit) throws SQLException {
        try {
            super.setAutoCommit(autoCommit);
        } catch (SQLException e) {
            if (!getAutoCommit()) {
                backToAutoCommit(e);
            }
            throw e;
        }
    }

    @Override
    public void rollback() throws SQLException {
        try {
            super.rollback();
        } catch (SQLException e) {
            if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                throw e;
            }
            // as the driver does behind a rollback: it ends one when it goes back to autocommit
            getDatabase().exec(transactionPrefix(), getAutoCommit());
        }
    }

    private void backToAutoCommit(SQLException reason) {
        try {
            super.setAutoCommit(true);
        } catch (SQLException e) {
            // the driver changes the mode, then finds no transaction to commit
            reason.addSuppressed(e);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Reusable statement : idle.values()) {
            statement.end();
        }
        idle.clear();
        super.close();
    }

    /** A statement that waits for its next use when it is closed. After an error it does not: the driver has ended it. */
    private final class Reusable extends JDBC4PreparedStatement {

        Reusable(String sql) throws SQLException {
            super(LedgerConnection.this, sql);
        }

        @Override
        public void close() throws SQLException {
            if (pointer.isClosed()) {
                end();
            } else if (idle.get(sql) != this) {
                rs.close();
                clearBatch();
                clearParameters();
                takeBack(this);
            }
        }

        void end() throws SQLException {
            super.close();
        }

        String sql() {
            return sql;
        }
    }

    /** The one that was unused for longest makes room. */
    private void takeBack(Reusable statement) throws SQLException {
        Reusable twin = idle.put(statement.sql(), statement);
        if (twin != null) {
            twin.end();
        }
        if (idle.size() > MOST) {
            idle.remove(idle.keySet().iterator().next()).end();
        }
    }
}
