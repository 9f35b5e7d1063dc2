package dev.buildlog.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs what several threads want to write at the same time in one transaction, since committing costs more than most works do.
 * Each work is on disk when its caller goes on. Where one of them fails, each runs again in a transaction of its own, so a work
 * may run twice, and only what it left in the database the second time counts.
 *
 * <p>One thread does all the writing, so that those whose work is on disk go on at once instead of queueing for a lock.
 */
final class GroupCommit implements AutoCloseable {

    /** More than this would keep everybody waiting who could be preparing the next one. */
    private static final int MOST = 128;

    /** Other processes wait for the lock meanwhile: where a commit takes longer, the next ones hold fewer works. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    /** As long as a statement may wait for another process, and some more. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final TransactionTemplate transaction;
    /** How many works the next commit may hold; the writer's own. */
    private int most = MOST;
    private volatile long works;
    private final Queue<Job<?>> waiting = new ConcurrentLinkedQueue<>();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "ledger-writer");
        thread.setDaemon(true);
        return thread;
    });

    GroupCommit(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /**
     * The result of {@code work} once it is committed; throws what it throws, or what beginning or committing throws. What a work
     * itself has run here belongs to the transaction of that work.
     */
    <T> T run(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        Job<T> job = new Job<>(work);
        waiting.add(job);
        try {
            writer.execute(() -> commit(take()));
        } catch (RejectedExecutionException e) {
            // closed meanwhile; if an earlier turn has taken the work along, its outcome is the one that counts
            if (waiting.remove(job)) {
                throw e;
            }
        }
        try {
            return job.committed.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error fatal) {
                throw fatal;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** How many works are written. */
    long works() {
        return works;
    }

    /** Takes no more work, and returns when what is waiting is written: the database must not be closed under it. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            writer.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Job<?>> take() {
        List<Job<?>> jobs = new ArrayList<>();
        for (Job<?> job = waiting.poll(); job != null; job = jobs.size() < most ? waiting.poll() : null) {
            jobs.add(job);
        }
        return jobs;
    }

    /** @param jobs none if an earlier turn has taken them along */
    private void commit(List<Job<?>> jobs) {
        if (jobs.isEmpty()) {
            return;
        }
        try {
            long start = System.nanoTime();
            transaction.executeWithoutResult(status -> jobs.forEach(Job::attempt));
            boolean slow = System.nanoTime() - start > LONGEST.toNanos();
            most = slow ? Math.max(1, jobs.size() / 2) : Math.min(MOST, most + jobs.size());
            works += jobs.size();
            jobs.forEach(Job::finish);
        } catch (RuntimeException | Error e) {
            if (jobs.size() > 1 && jobs.get(0).begun) {
                jobs.forEach(job -> commit(List.of(job)));
            } else {
                jobs.forEach(job -> job.committed.completeExceptionally(e));
            }
        }
    }

    /** One caller's work; run by the writer alone. */
    private static final class Job<T> {

        private final Supplier<T> work;
        private final CompletableFuture<T> committed = new CompletableFuture<>();
        private @Nullable T result;
        private boolean begun;

        Job(Supplier<T> work) {
            this.work = work;
        }

        void attempt() {
            begun = true;
            result = work.get();
        }

        void finish() {
            committed.complete(result);
        }
    }
}
