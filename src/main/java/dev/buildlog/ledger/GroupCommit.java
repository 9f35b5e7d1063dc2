package dev.buildlog.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets changes that wait for each other share one transaction, and so one sync to disk: while one thread commits, the others
 * queue up, and the next one commits for all of them. A change that fails is undone alone.
 */
final class GroupCommit {

    private static final int MOST = 64;

    private final JdbcTemplate db;
    private final TransactionTemplate transaction;
    private final ConcurrentLinkedQueue<Change<?>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock(true);

    GroupCommit(JdbcTemplate db, TransactionTemplate transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    /** Makes the change; it is on disk when this returns, or has left no trace when this throws. */
    <T> T make(Function<JdbcTemplate, T> work) {
        Change<T> change = new Change<>(work);
        waiting.add(change);
        turn.lock();
        try {
            if (!change.done) {
                commit(take());
            }
        } finally {
            turn.unlock();
        }
        return change.outcome();
    }

    private List<Change<?>> take() {
        List<Change<?>> changes = new ArrayList<>();
        for (Change<?> next = waiting.poll(); next != null; next = changes.size() < MOST ? waiting.poll() : null) {
            changes.add(next);
        }
        return changes;
    }

    private void commit(List<Change<?>> changes) {
        try {
            transaction.executeWithoutResult(status -> changes.forEach(change -> apply(change, changes.size() > 1, status)));
        } catch (RuntimeException | Error e) {
            changes.stream().filter(change -> change.failure == null).forEach(change -> change.failure = e);
        }
        changes.forEach(change -> change.done = true);
    }

    /** Alone, a failing change takes the transaction with it; among others, only what it did since its savepoint is undone. */
    private void apply(Change<?> change, boolean shared, TransactionStatus status) {
        if (!shared) {
            change.run(db);
            return;
        }
        Object savepoint = status.createSavepoint();
        try {
            change.run(db);
            status.releaseSavepoint(savepoint);
        } catch (RuntimeException e) {
            status.rollbackToSavepoint(savepoint);
            status.releaseSavepoint(savepoint);
            change.failure = e;
        }
    }

    /** One change: touched by the thread whose turn it is, read by its own thread afterwards. */
    private static final class Change<T> {

        private final Function<JdbcTemplate, T> work;
        private @Nullable T result;
        private @Nullable Throwable failure;
        private boolean done;

        Change(Function<JdbcTemplate, T> work) {
            this.work = work;
        }

        void run(JdbcTemplate db) {
            result = work.apply(db);
        }

        T outcome() {
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException error) {
                throw error;
            }
            return result;
        }
    }
}
