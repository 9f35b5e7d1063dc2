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
 * A connection that keeps its prepared statements for the next time: one transaction of the ledger runs some thirty of them,
 * and preparing each anew takes as long as running it. To be used by one thread at a time, like the connection itself.
 */
final class StatementCache implements InvocationHandler {

    private static final int MOST = 100;

    private final Connection connection;
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

    private StatementCache(Connection connection) {
        this.connection = connection;
    }

    static Connection around(Connection connection) {
        return (Connection) Proxy.newProxyInstance(StatementCache.class.getClassLoader(), new Class<?>[] {Connection.class},
                new StatementCache(connection));
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
        return call(connection, method, arguments);
    }

    private PreparedStatement lend(String sql) throws SQLException {
        PreparedStatement kept = idle.remove(sql);
        PreparedStatement statement = kept == null ? connection.prepareStatement(sql) : kept;
        return (PreparedStatement) Proxy.newProxyInstance(StatementCache.class.getClassLoader(),
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
