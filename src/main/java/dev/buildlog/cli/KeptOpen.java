package dev.buildlog.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a process that runs many commands keeps between them: the open ledger, and what it found out from files and a ledger that
 * have not changed since. The ledger is let go of when nobody has asked for a while, so that a backup can be put in its place.
 */
final class KeptOpen implements AutoCloseable {

    private static final long A_WHILE_SECONDS = 30;

    /** Looks at files that take longer than this are spared for as long as {@link #SPARED_NANOS}. */
    private static final long QUICK_NANOS = 10_000_000;
    private static final long SPARED_NANOS = 1_000_000_000;

    private static final int MOST = 100;

    private final @Nullable Assembly given;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, Looked> looks = new ConcurrentHashMap<>();
    private final ScheduledExecutorService idle = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "idle");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Loan open;

    private record Answer(Object basis, Object value) {}

    private record Looked(Seen seen, long took, long at) {}

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

    /** What {@code ask} answered to {@code question} when all that it depends on was {@code basis}. */
    @SuppressWarnings("unchecked")
    <T> T known(String question, Object basis, Supplier<T> ask) {
        Answer known = answers.get(question);
        if (known != null && known.basis.equals(basis)) {
            return (T) known.value;
        }
        T value = ask.get();
        if (isSettled(basis)) {
            keep(question, basis, value);
        }
        return value;
    }

    /** Whether {@code ask} says yes; not asked where it said no when all was as it is now. */
    boolean isNews(String question, Seen seen, Object rest, BooleanSupplier ask) {
        Object basis = Map.entry(seen, rest);
        Answer known = answers.get(question);
        if (known != null && known.basis.equals(basis)) {
            return false;
        }
        boolean news = ask.getAsBoolean();
        if (!news && seen.settled()) {
            keep(question, basis, false);
        }
        return news;
    }

    private static boolean isSettled(Object basis) {
        return basis instanceof Seen seen ? seen.settled()
                : !(basis instanceof List<?> several) || several.stream().allMatch(KeptOpen::isSettled);
    }

    private void keep(String question, Object basis, Object value) {
        if (answers.size() >= MOST) {
            answers.clear();
        }
        answers.put(question, new Answer(basis, value));
    }

    /** How files look; where it takes long to tell, how they looked a moment ago. */
    Seen look(String place, Supplier<Seen> look) {
        Looked last = looks.get(place);
        long begin = System.nanoTime();
        if (last != null && last.took > QUICK_NANOS && begin - last.at < SPARED_NANOS) {
            return last.seen;
        }
        Seen seen = look.get();
        looks.put(place, new Looked(seen, System.nanoTime() - begin, begin));
        return seen;
    }

    @Override
    public synchronized void close() {
        idle.shutdownNow();
        retire();
    }
}
