package dev.buildlog.ledger;

import dev.buildlog.curate.Canonical;
import dev.buildlog.curate.SimilarityGraph.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The texts that stand for groups: what a person said last, else the most telling wording, in the clearer words that a model has
 * proposed for it where live entries have such a proposal.
 */
final class CanonicalTexts {

    /** So many wordings of a rule are weighed, the same ones whatever the order of the facts. */
    private static final int WEIGHED = 40;

    /** Of several proposals for a statement the first in alphabetical order. */
    private static final String PROPOSALS = "select w.statement_id, min(w.text) from wording w"
            + " join holding h on h.reading_id = w.reading_id where w.statement_id in (?) group by w.statement_id";

    private CanonicalTexts() {}

    /** Those of the groups for whose statements models have proposed wordings, whether or not a live entry still has them. */
    static List<Long> proposed(JdbcTemplate db, Collection<Long> leaders) {
        return Rows.list(db, "select distinct s.leader_id from statement s join wording w on w.statement_id = s.id"
                + " where s.leader_id in (?)", leaders, (row, n) -> row.getLong(1));
    }

    private record Wording(long statement, Position position, String digest) {

        Wording {
            // a statement of a ledger that kept none yet
            digest = digest.isEmpty() ? Canonical.digest(position.text()) : digest;
        }
    }

    private record Decided(String text, long at, String decision) {}

    /** The texts of these groups, by leader. */
    static Map<Long, String> of(JdbcTemplate db, Collection<Long> leaders) {
        Map<Long, List<Wording>> wordings = new HashMap<>();
        Rows.each(db, "select first_date, first_path, first_line, text, leader_id, digest, id, category from statement"
                + " where leader_id in (?) order by rule_id, category", leaders, row -> {
            List<Wording> some = wordings.computeIfAbsent(row.getLong(5), leader -> new ArrayList<>());
            if (some.size() < WEIGHED) {
                some.add(new Wording(row.getLong(7), Placement.position(row, 1, row.getString(8)), row.getString(6)));
            }
        });
        Map<Long, String> texts = new HashMap<>();
        Map<Long, Long> chosen = new HashMap<>();
        wordings.forEach((leader, some) -> {
            some.sort(Comparator.comparing(Wording::position));
            Wording best = some.get(Canonical.best(some.stream().map(Wording::digest).toList()));
            chosen.put(best.statement, leader);
            texts.put(leader, best.position.text());
        });
        Rows.each(db, PROPOSALS, chosen.keySet(), row -> texts.put(chosen.get(row.getLong(1)), row.getString(2)));
        decided(db, leaders).forEach((leader, decided) -> texts.put(leader, decided.text));
        return texts;
    }

    private static Map<Long, Decided> decided(JdbcTemplate db, Collection<Long> leaders) {
        Map<Long, Decided> decided = new HashMap<>();
        Rows.each(db, "select s.leader_id, d.text, d.decided_at, d.id from statement s join pile p on p.id = s.wording_id"
                + " join decision d on d.id = p.decision_id where s.wording_id is not null and s.leader_id in (?)", leaders,
                row -> decided.merge(row.getLong(1), new Decided(row.getString(2), row.getLong(3), row.getString(4)),
                        BinaryOperator.maxBy(Comparator.comparingLong(Decided::at).thenComparing(Decided::decision))));
        return decided;
    }
}
