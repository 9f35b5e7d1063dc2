package dev.buildlog.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What a process found out from files and a ledger that have not changed since. Each answer is kept with its basis: all that it
 * depends on, looked at before it was found out, so that it can be thought too old but never too new.
 */
final class KeptAnswers {

    /** Looks at files that take longer than this are spared for as long as {@link #SPARED_NANOS}. */
    private static final long QUICK_NANOS = 10_000_000;
    private static final long SPARED_NANOS = 1_000_000_000;

    private static final int MOST = 100;

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, Looked> looks = new ConcurrentHashMap<>();

    private record Answer(Object basis, Object value) {}

    private record Looked(Seen seen, long took, long at) {}

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
                : !(basis instanceof List<?> several) || several.stream().allMatch(KeptAnswers::isSettled);
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

    void clear() {
        answers.clear();
    }
}
