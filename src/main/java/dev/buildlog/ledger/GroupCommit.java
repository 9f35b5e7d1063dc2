package dev.buildlog.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs what several threads want to write at the same time in one transaction, since committing costs more than most works do.
 * Each work is on disk when its caller goes on. Where one of them fails, each runs again in a transaction of its own, so a work
 * may run twice, and only what it left in the database the second time counts.
 */
final class GroupCommit {

    private final TransactionTemplate transaction;
    private final Queue<Job<?>> waiting = new ConcurrentLinkedQueue<>();
    /** Fair, so that whoever has just been served and comes again does not go alone before those who wait. */
    private final ReentrantLock turn = new ReentrantLock(true);

    GroupCommit(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /** The result of {@code work} once it is committed; throws what it throws, or what beginning or committing throws. */
    <T> T run(Supplier<T> work) {
        Job<T> job = new Job<>(work);
        waiting.add(job);
        turn.lock();
        try {
            if (!job.done) {
                commit(takeAll());
            }
        } finally {
            turn.unlock();
        }
        return job.outcome();
    }

    private List<Job<?>> takeAll() {
        List<Job<?>> jobs = new ArrayList<>();
        for (Job<?> job = waiting.poll(); job != null; job = waiting.poll()) {
            jobs.add(job);
        }
        return jobs;
    }

    private void commit(List<Job<?>> jobs) {
        try {
            transaction.executeWithoutResult(status -> jobs.forEach(Job::attempt));
            jobs.forEach(job -> job.finish(null));
        } catch (RuntimeException | Error e) {
            if (jobs.size() > 1 && jobs.get(0).begun) {
                jobs.forEach(job -> commit(List.of(job)));
            } else {
                jobs.forEach(job -> job.finish(e));
            }
        }
    }

    /** One caller's work. Written and read only by whoever has the turn, and by its caller afterwards. */
    private static final class Job<T> {

        private final Supplier<T> work;
        private @Nullable T result;
        private @Nullable Throwable error;
        private boolean begun;
        private boolean done;

        Job(Supplier<T> work) {
            this.work = work;
        }

        void attempt() {
            begun = true;
            result = work.get();
        }

        void finish(@Nullable Throwable cause) {
            error = cause;
            done = true;
        }

        @SuppressWarnings("NullAway")
        T outcome() {
            if (error instanceof RuntimeException runtime) {
                throw runtime;
            }
            if (error instanceof Error fatal) {
                throw fatal;
            }
            return result;
        }
    }
}
