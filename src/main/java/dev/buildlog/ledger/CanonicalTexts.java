package dev.buildlog.ledger;

import dev.buildlog.curate.Canonical;
import dev.buildlog.curate.SimilarityGraph.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** The texts that stand for groups: what a person said last, else the most telling wording. */
final class CanonicalTexts {

    /** So many wordings of a rule are weighed, the same ones whatever the order of the facts. */
    private static final int WEIGHED = 40;

    private CanonicalTexts() {}

    private record Wording(Position position, String gist) {

        Wording {
            // a statement of a ledger that kept none yet
            gist = gist.isEmpty() ? Canonical.gist(position.text()) : gist;
        }
    }

    private record Decided(String text, long at, String decision) {}

    /** The texts of these groups, by leader. */
    static Map<Long, String> of(JdbcTemplate db, Collection<Long> leaders) {
        Map<Long, List<Wording>> wordings = new HashMap<>();
        Rows.each(db, "select first_date, first_path, first_line, text, leader_id, gist from statement where leader_id in (?)"
                + " order by rule_id, category", leaders, row -> {
            List<Wording> some = wordings.computeIfAbsent(row.getLong(5), leader -> new ArrayList<>());
            if (some.size() < WEIGHED) {
                some.add(new Wording(Placement.position(row, 1), row.getString(6)));
            }
        });
        Map<Long, String> texts = new HashMap<>();
        wordings.forEach((leader, some) -> {
            some.sort(Comparator.comparing(Wording::position));
            texts.put(leader, some.get(Canonical.best(some.stream().map(Wording::gist).toList())).position.text());
        });
        decided(db, leaders).forEach((leader, decided) -> texts.put(leader, decided.text));
        return texts;
    }

    private static Map<Long, Decided> decided(JdbcTemplate db, Collection<Long> leaders) {
        Map<Long, Decided> decided = new HashMap<>();
        Rows.each(db, "select s.leader_id, d.text, d.decided_at, d.id from statement s join pile p on p.id = s.wording_id"
                + " join decision d on d.id = p.decision_id where s.wording_id is not null and s.leader_id in (?)", leaders,
                row -> decided.merge(row.getLong(1), new Decided(row.getString(2), row.getLong(3), row.getString(4)),
                        (a, b) -> Comparator.comparingLong(Decided::at).thenComparing(Decided::decision).compare(a, b) >= 0 ? a : b));
        return decided;
    }
}
