package dev.buildlog.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Long answers of the ledger for a process that is asked again and again. An answer holds until anyone commits: it is kept with the
 * number of the state it was read from, taken before it was read, so that it can be thought too old but never too new.
 */
final class Memory {

    /** Each may hold all rules of a project. */
    private static final int MOST = 16;

    private final LongSupplier state;
    private final Map<String, Answer> answers = new LinkedHashMap<>(MOST, 0.75F, true);

    private record Answer(long state, Object value) {}

    /** @param state a number that changes whenever anyone commits */
    Memory(LongSupplier state) {
        this.state = state;
    }

    /** What {@code ask} answered to {@code question} in the present state; it must be immutable. */
    @SuppressWarnings("unchecked")
    <T> T recall(String question, Supplier<T> ask) {
        long now = state.getAsLong();
        synchronized (answers) {
            Answer known = answers.get(question);
            if (known != null && known.state == now) {
                return (T) known.value;
            }
        }
        T value = ask.get();
        synchronized (answers) {
            answers.put(question, new Answer(now, value));
            if (answers.size() > MOST) {
                answers.remove(answers.keySet().iterator().next());
            }
        }
        return value;
    }
}
