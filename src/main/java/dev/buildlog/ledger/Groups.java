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
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rule rows of groups: id of the leader, the canonical text, frequency and dates of all members' live occurrences. */
final class Groups {

    private static final String OCCURRENCES = " from statement m join insight i on i.statement_id = m.id"
            + " join holding h on h.reading_id = i.reading_id join reading r on r.id = h.reading_id where m.leader_id in (?)";

    private final JdbcTemplate db;

    Groups(JdbcTemplate db) {
        this.db = db;
    }

    /**
     * Writes the rules of these groups anew and removes those that no longer exist.
     *
     * @param leaders numbers of statements that lead a group, or did
     * @param changed those of them whose wordings changed
     * @return the rules that were never announced, by the statement that leads them
     */
    Map<Long, Rule> refresh(Collection<Long> leaders, Collection<Long> changed) {
        Map<Long, Evidence> evidence = evidence(leaders);
        Contradictions contradictions = new Contradictions(db);
        Set<Long> reworded = new HashSet<>(changed);
        reworded.addAll(contradictions.unheard(leaders));
        reworded.addAll(CanonicalTexts.proposed(db, leaders));
        Map<Long, String> texts = CanonicalTexts.of(db, reworded);
        Map<Long, Contradictions.Voice> voices = new HashMap<>();
        Map<Long, Rule> fresh = new TreeMap<>();
        List<Object[]> rows = new ArrayList<>();
        List<Long> dead = new ArrayList<>();
        Rows.each(db, "select s.id, s.project_id, s.rule_id, s.category, r.text, r.leader_id, s.announced, s.text from statement s"
                + " left join rule r on r.leader_id = s.id where s.id in (?)", leaders, row -> {
            long leader = row.getLong(1);
            Evidence e = evidence.get(leader);
            if (e == null) {
                if (row.getLong(6) != 0) {
                    dead.add(leader);
                }
                return;
            }
            String text = texts.getOrDefault(leader, row.getString(5));
            Rule rule = new Rule(row.getString(3), row.getString(2), row.getString(4), text, e.frequency,
                    LocalDate.parse(e.earliest), LocalDate.parse(e.latest), List.of(), List.of());
            if (texts.containsKey(leader)) {
                voices.put(leader, new Contradictions.Voice(rule.project(), List.of(row.getString(8), text)));
            }
            if (row.getInt(7) == 0) {
                fresh.put(leader, rule);
            }
            rows.add(new Object[] {
                leader, rule.project(), rule.id(), rule.category(), rule.text(), rule.frequency(), e.earliest, e.latest
            });
        });
        Rows.update(db, "delete from rule where leader_id in (?)", dead);
        Rows.batch(db, "insert into rule (leader_id, project_id, id, category, text, frequency, earliest, latest)"
                + " values (?,?,?,?,?,?,?,?) on conflict (leader_id) do update set id = excluded.id, text = excluded.text,"
                + " frequency = excluded.frequency, earliest = excluded.earliest, latest = excluded.latest", rows);
        contradictions.refresh(voices, dead);
        return fresh;
    }

    /** @param frequency number of distinct entries; entries of equal content are one: a rename or a copy adds none */
    private record Evidence(int frequency, String earliest, String latest) {}

    private Map<Long, Evidence> evidence(Collection<Long> leaders) {
        Map<Long, Evidence> evidence = new HashMap<>();
        List<Long> entangled = new ArrayList<>();
        Rows.each(db, "select m.leader_id, count(distinct r.content_hash), min(r.date), max(r.date), count(distinct h.entry_id),"
                + " count(distinct h.reading_id)" + OCCURRENCES + " group by m.leader_id", leaders, row -> {
            evidence.put(row.getLong(1), new Evidence(row.getInt(2), row.getString(3), row.getString(4)));
            if (row.getInt(5) != row.getInt(6)) {
                entangled.add(row.getLong(1));
            }
        });
        Map<Long, Contents> contents = new HashMap<>();
        Rows.each(db, "select distinct m.leader_id, h.entry_id, r.content_hash" + OCCURRENCES, entangled, row -> contents
                .computeIfAbsent(row.getLong(1), leader -> new Contents()).add(row.getLong(2), row.getString(3)));
        contents.forEach((leader, all) -> evidence.computeIfPresent(leader,
                (id, e) -> new Evidence(all.parts(), e.earliest, e.latest)));
        return evidence;
    }

    /** Which entries have which contents, where holders differ in what they have of an entry. */
    private static final class Contents {

        private final Map<Object, Set<Object>> shared = new HashMap<>();

        void add(long entry, String contentHash) {
            shared.computeIfAbsent(entry, key -> new HashSet<>()).add(contentHash);
            shared.computeIfAbsent(contentHash, key -> new HashSet<>()).add(entry);
        }

        /** Number of connected parts of the graph of entries and contents. */
        int parts() {
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
