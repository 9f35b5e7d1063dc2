package dev.buildlog.ledger;

import dev.buildlog.model.Decision;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the decisions in force say of single statements. The last word about a text counts: of all merges and splits that name
 * it the latest says in which pile it lies, of all wordings the latest says how its rule is worded, unless it was taken out of
 * that rule since. So the verdicts follow from the set of decisions, in whatever order they arrived.
 */
final class Verdicts {

    private final Map<Long, Verdict> verdicts = new HashMap<>();

    private Verdicts() {}

    /**
     * What counts for one statement.
     *
     * @param pile number of the pile it lies in; 0 for none
     * @param wording number of the pile of the decision that words its rule; 0 for none
     */
    record Verdict(long pile, long wording) {

        static final Verdict NONE = new Verdict(0, 0);
    }

    static Verdicts of(JdbcTemplate db, Collection<Long> statements) {
        Map<Long, Word> grouped = new HashMap<>();
        Map<Long, Word> worded = new HashMap<>();
        Rows.each(db, "select m.statement_id, p.id, p.alone, d.kind, d.decided_at, d.id, d.text from pile_member m"
                + " join pile p on p.id = m.pile_id join decision d on d.id = p.decision_id where d.kind in"
                + " ('merge', 'split', 'set-text') and m.statement_id in (?)", statements, row -> {
            boolean words = row.getString(4).equals(Decision.SET_TEXT);
            Word word = new Word(row.getLong(2), row.getInt(3) == 1, !row.getString(7).isEmpty(), row.getLong(5),
                    row.getString(6));
            (words ? worded : grouped).merge(row.getLong(1), word, Word::latest);
        });
        Verdicts all = new Verdicts();
        grouped.forEach((statement, word) -> all.verdicts.put(statement, new Verdict(word.pile, 0)));
        worded.forEach((statement, word) -> {
            Word pile = grouped.get(statement);
            boolean left = pile != null && pile.alone && pile.latest(word) == pile;
            if (word.hasText && !left) {
                all.verdicts.put(statement, new Verdict(all.of(statement).pile, word.pile));
            }
        });
        return all;
    }

    Verdict of(long statement) {
        return verdicts.getOrDefault(statement, Verdict.NONE);
    }

    private record Word(long pile, boolean alone, boolean hasText, long at, String decision) {

        private static final Comparator<Word> BY_TIME = Comparator.comparingLong(Word::at).thenComparing(Word::decision);

        Word latest(@Nullable Word other) {
            return other == null || BY_TIME.compare(this, other) >= 0 ? this : other;
        }
    }
}
