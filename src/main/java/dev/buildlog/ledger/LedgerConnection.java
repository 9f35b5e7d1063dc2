package dev.buildlog.ledger;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the SQLite driver, with two things mended. It keeps its prepared statements for the next time: one transaction
 * of the ledger runs some thirty of them, and preparing each anew takes as long as running it. And where a transaction cannot
 * begin because the lock is taken, it goes back to autocommit: the driver would go on as if the transaction had begun, and what
 * the next one writes would neither be atomic nor be rolled back.
 *
 * <p>To be used by one thread at a time.
 */
final class LedgerConnection implements InvocationHandler {

    private static final int MOST = 100;

    private final Connection connection;
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

    private LedgerConnection(Connection connection) {
        this.connection = connection;
    }

    static Connection around(Connection connection) {
        return (Connection) Proxy.newProxyInstance(LedgerConnection.class.getClassLoader(), new Class<?>[] {Connection.class},
                new LedgerConnection(connection));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("prepareStatement") && arguments != null && arguments.length == 1) {
            return lend((String) arguments[0]);
        }
        if (method.getName().equals("close")) {
            for (PreparedStatement statement : idle.values()) {
                statement.close();
            }
            idle.clear();
        }
        try {
            return call(connection, method, arguments);
        } catch (SQLException e) {
            if (method.getName().equals("setAutoCommit") && !connection.getAutoCommit()) {
                backToAutoCommit(e);
            }
            throw e;
        }
    }

    private void backToAutoCommit(SQLException reason) {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // the driver changes the mode, then finds no transaction to commit
            reason.addSuppressed(e);
        }
    }

    private PreparedStatement lend(String sql) throws SQLException {
        PreparedStatement kept = idle.remove(sql);
        PreparedStatement statement = kept == null ? connection.prepareStatement(sql) : kept;
        return (PreparedStatement) Proxy.newProxyInstance(LedgerConnection.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class}, new Loan(sql, statement));
    }

    /** Takes a statement back; the one that was unused for longest makes room. */
    private void takeBack(String sql, PreparedStatement statement) throws SQLException {
        statement.clearBatch();
        statement.clearParameters();
        PreparedStatement twin = idle.put(sql, statement);
        if (twin != null) {
            twin.close();
        }
        if (idle.size() > MOST) {
            String eldest = idle.keySet().iterator().next();
            idle.remove(eldest).close();
        }
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** One use of a prepared statement, from preparing to closing. After an error it is not used again. */
    private final class Loan implements InvocationHandler {

        private final String sql;
        private final PreparedStatement statement;
        private boolean failed;
        private boolean closed;

        Loan(String sql, PreparedStatement statement) {
            this.sql = sql;
            this.statement = statement;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("isClosed")) {
                return closed;
            }
            if (method.getName().equals("close") && !failed) {
                if (!closed) {
                    closed = true;
                    takeBack(sql, statement);
                }
                return null;
            }
            try {
                return call(statement, method, arguments);
            } catch (Throwable e) {
                failed = true;
                throw e;
            }
        }
    }
}
