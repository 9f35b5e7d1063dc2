package dev.buildlog.ledger;

import dev.buildlog.model.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rule rows of groups: wording of the leader, frequency and dates of all members' live occurrences. */
final class Groups {

    private final JdbcTemplate db;

    Groups(JdbcTemplate db) {
        this.db = db;
    }

    /**
     * Writes the rules of these groups anew and removes those that no longer exist.
     *
     * @param leaders numbers of statements that lead a group, or did
     * @return the rules that had no row before
     */
    List<Rule> refresh(Collection<Long> leaders) {
        Map<Long, Evidence> evidence = new HashMap<>();
        Rows.each(db, "select m.leader_id, h.entry_id, r.content_hash, e.date from statement m"
                + " join insight i on i.statement_id = m.id join holding h on h.reading_id = i.reading_id"
                + " join reading r on r.id = h.reading_id join entry e on e.id = h.entry_id where m.leader_id in (?)",
                leaders, row -> evidence.computeIfAbsent(row.getLong(1), leader -> new Evidence())
                        .add(row.getLong(2), row.getString(3), row.getString(4)));
        Set<Long> known = new HashSet<>(
                Rows.list(db, "select leader_id from rule where leader_id in (?)", leaders, (row, n) -> row.getLong(1)));
        Set<Long> dead = new HashSet<>(known);
        dead.removeAll(evidence.keySet());
        Rows.update(db, "delete from rule where leader_id in (?)", dead);
        List<Rule> born = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        Rows.each(db, "select id, project_id, rule_id, category, text from statement where id in (?)", evidence.keySet(),
                row -> {
                    Evidence e = evidence.get(row.getLong(1));
                    Rule rule = new Rule(row.getString(3), row.getString(2), row.getString(4), row.getString(5),
                            e.frequency(), LocalDate.parse(e.earliest), LocalDate.parse(e.latest), List.of(), List.of());
                    if (!known.contains(row.getLong(1))) {
                        born.add(rule);
                    }
                    rows.add(new Object[] {
                        row.getLong(1), rule.project(), rule.id(), rule.category(), rule.text(), rule.frequency(), e.earliest,
                        e.latest
                    });
                });
        db.batchUpdate("insert into rule (leader_id, project_id, id, category, text, frequency, earliest, latest)"
                + " values (?,?,?,?,?,?,?,?) on conflict (leader_id) do update set id = excluded.id, text = excluded.text,"
                + " frequency = excluded.frequency, earliest = excluded.earliest, latest = excluded.latest", rows);
        return born;
    }

    /** The entries behind one group. Entries of equal content are one piece of evidence: a rename or a copy adds none. */
    private static final class Evidence {

        private final Map<Object, Set<Object>> shared = new HashMap<>();
        private String earliest = "9999-12-31";
        private String latest = "0000-01-01";

        void add(long entry, String contentHash, String date) {
            shared.computeIfAbsent(entry, key -> new HashSet<>()).add(contentHash);
            shared.computeIfAbsent(contentHash, key -> new HashSet<>()).add(entry);
            earliest = date.compareTo(earliest) < 0 ? date : earliest;
            latest = date.compareTo(latest) > 0 ? date : latest;
        }

        /** Number of connected parts of the graph of entries and contents. */
        int frequency() {
            Set<Object> seen = new HashSet<>();
            int parts = 0;
            for (Object start : shared.keySet()) {
                if (seen.add(start)) {
                    parts++;
                    List<Object> open = new ArrayList<>(List.of(start));
                    while (!open.isEmpty()) {
                        for (Object next : shared.get(open.remove(open.size() - 1))) {
                            if (seen.add(next)) {
                                open.add(next);
                            }
                        }
                    }
                }
            }
            return parts;
        }
    }
}
