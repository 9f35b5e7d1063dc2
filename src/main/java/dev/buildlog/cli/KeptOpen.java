package dev.buildlog.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The ledger that a process which runs many commands keeps open between them, with the answers it gave. It is let go of when
 * nobody has asked for a while, so that a backup can be put in its place.
 */
final class KeptOpen implements AutoCloseable {

    private static final long A_WHILE_SECONDS = 30;

    private final @Nullable Assembly given;
    private final KeptAnswers answers = new KeptAnswers();
    private final ScheduledExecutorService idle = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "idle");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Loan open;

    /** @param file what tells the ledger's file from one that is put in its place */
    private static final class Loan {

        private final Assembly parts;
        private final Object file;
        private int lent;
        private boolean retired;
        private int times;

        private Loan(Assembly parts, Object file) {
            this.parts = parts;
            this.file = file;
        }
    }

    /** Opens the ledger when a command needs it. */
    KeptOpen() {
        this.given = null;
    }

    /** Lends {@code given}, which its owner closes. */
    KeptOpen(Assembly given) {
        this.given = given;
    }

    /** The open parts for one command, which closes them as it would its own. */
    synchronized Assembly lend(Workplace here) {
        if (given != null) {
            return given.lent(here, () -> { });
        }
        Object file = file(here.home());
        if (open != null && !open.file.equals(file)) {
            retire();
        }
        if (open == null) {
            Assembly parts = Assembly.opened(here);
            parts.core().ledger().keepAnswers();
            open = new Loan(parts, file(here.home()));
        }
        Loan loan = open;
        loan.lent++;
        loan.times++;
        return loan.parts.lent(here, () -> giveBack(loan));
    }

    /** What commands found out while it was open. */
    KeptAnswers answers() {
        return answers;
    }

    private synchronized void giveBack(Loan loan) {
        loan.lent--;
        if (loan.lent == 0 && loan.retired) {
            loan.parts.close();
        } else if (loan.lent == 0 && !idle.isShutdown()) {
            int times = loan.times;
            idle.schedule(() -> letGo(loan, times), A_WHILE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private synchronized void letGo(Loan loan, int times) {
        if (loan == open && loan.times == times) {
            retire();
        }
    }

    private void retire() {
        Loan loan = open;
        open = null;
        answers.clear();
        if (loan != null) {
            loan.retired = true;
            if (loan.lent == 0) {
                loan.parts.close();
            }
        }
    }

    /** A file that was put in the place of another has another key. */
    private static Object file(Path home) {
        try {
            Object key = Files.readAttributes(home.resolve("buildlog.db"), BasicFileAttributes.class).fileKey();
            return key == null ? "" : key;
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public synchronized void close() {
        idle.shutdownNow();
        retire();
    }
}
