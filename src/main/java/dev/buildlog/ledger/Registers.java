package dev.buildlog.ledger;

import dev.buildlog.model.Decision;
import dev.buildlog.model.Standing;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has been decided about the texts of one rule, as two registers in which the latest word stays: whether it may go out, and
 * whether it has retired. So neither the order in which decisions arrive nor how often they do matters, nor how the texts come
 * together.
 *
 * @param authority the latest of promote, pin, reject and restore
 * @param retirement the latest of retire and unretire; promoting brings a retired rule back
 */
record Registers(@Nullable Word authority, @Nullable Word retirement) {

    static final Registers EMPTY = new Registers(null, null);

    /**
     * One decision about a text.
     *
     * @param pile number of the pile in which the decision speaks of it
     * @param text how the rule read then
     */
    record Word(String kind, Instant at, String decision, long pile, String text, String why, List<String> targets,
            boolean despiteGate, String by) {

        private static final Comparator<Word> BY_TIME = Comparator.comparing(Word::at).thenComparing(Word::decision)
                .thenComparing(Word::text).thenComparing(Word::pile);

        private static @Nullable Word later(@Nullable Word one, @Nullable Word other) {
            return other == null || one != null && BY_TIME.compare(one, other) >= 0 ? one : other;
        }
    }

    static Registers of(Word word) {
        return switch (word.kind) {
            case Decision.PROMOTE, Decision.PIN -> new Registers(word, word);
            case Decision.RETIRE, Decision.UNRETIRE -> new Registers(null, word);
            default -> new Registers(word, null);
        };
    }

    Registers and(Registers other) {
        return new Registers(Word.later(authority, other.authority), Word.later(retirement, other.retirement));
    }

    Standing standing() {
        Standing allowed = authority == null ? Standing.OPEN : switch (authority.kind) {
            case Decision.PROMOTE -> Standing.PROMOTED;
            case Decision.PIN -> Standing.PINNED;
            case Decision.REJECT -> Standing.REJECTED;
            default -> Standing.OPEN;
        };
        return allowed != Standing.REJECTED && retirement != null && retirement.kind.equals(Decision.RETIRE)
                ? Standing.RETIRED
                : allowed;
    }

    /** The decision that made the standing what it is; null while nobody has decided. */
    @Nullable Word reason() {
        return standing() == Standing.RETIRED ? retirement : authority;
    }
}
