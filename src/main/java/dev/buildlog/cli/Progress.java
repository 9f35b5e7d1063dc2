package dev.buildlog.cli;

import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells on a terminal that work goes on which takes longer than two seconds; everywhere else nothing. */
final class Progress implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 2;

    private final String work;
    private final PrintWriter err;
    private final @Nullable ScheduledExecutorService clock;
    private int seconds = PATIENCE_SECONDS;
    private int percent = -1;
    private int width;

    private Progress(String work, PrintWriter err, @Nullable ScheduledExecutorService clock) {
        this.work = work;
        this.err = err;
        this.clock = clock;
    }

    /** Begins to wait. @param work what is done, such as "Reading entries" */
    static Progress of(Workplace here, String work) {
        if (here.verbosity() != Verbosity.NORMAL || !Terminal.isThere()) {
            return new Progress(work, here.err(), null);
        }
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        Progress progress = new Progress(work, here.err(), clock);
        clock.scheduleAtFixedRate(progress::tell, PATIENCE_SECONDS, 1, TimeUnit.SECONDS);
        return progress;
    }

    /** How much of the work is done, where that is known: 0 to 100. */
    synchronized void at(int newPercent) {
        percent = newPercent;
    }

    synchronized void tell() {
        String line = work + "... " + (percent < 0 ? "" : percent + " %, ") + seconds++ + " s";
        err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        err.flush();
        width = Math.max(width, line.length());
    }

    /** Takes the line away again. */
    @Override
    public synchronized void close() {
        if (clock != null) {
            clock.shutdownNow();
        }
        if (width > 0) {
            err.print("\r" + " ".repeat(width) + "\r");
            width = 0;
            err.flush();
        }
    }
}
