package dev.buildlog.ledger;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Live rules that nobody says in words of their own. */
final class SecondHand {

    private SecondHand() {}

    /** Whose words all evidence of such a rule is, sorted, with spaces between; keys are the statements that lead the rules. */
    static Map<Long, String> of(JdbcTemplate db, String project) {
        Map<Long, TreeSet<String>> heard = new TreeMap<>();
        db.query("select distinct s.leader_id, i.hearsay from insight i join statement s on s.id = i.statement_id"
                + " join holding h on h.reading_id = i.reading_id"
                + " where i.hearsay <> '' and s.project_id = ? and s.leader_id is not null", row -> {
            heard.computeIfAbsent(row.getLong(1), leader -> new TreeSet<>()).add(row.getString(2));
        }, project);
        Rows.each(db, "select distinct s.leader_id from statement s join insight i on i.statement_id = s.id"
                + " join holding h on h.reading_id = i.reading_id where s.leader_id in (?) and i.hearsay = ''",
                new TreeSet<>(heard.keySet()), row -> heard.remove(row.getLong(1)));
        return heard.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, rule -> String.join(" ", rule.getValue())));
    }
}
