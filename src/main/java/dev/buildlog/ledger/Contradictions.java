package dev.buildlog.ledger;

import dev.buildlog.curate.Stance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which live rules of a project say the opposite of each other, whatever their categories. A rule speaks by the text of its
 * leader, which all its wordings resemble, and by the text it is shown with. The work is that of the rules whose texts changed.
 */
final class Contradictions {

    private final JdbcTemplate db;

    Contradictions(JdbcTemplate db) {
        this.db = db;
    }

    /** What a rule says, for those who look for its opposite. @param texts one or two, distinct */
    record Voice(String project, List<String> texts) {

        Voice {
            texts = texts.stream().distinct().toList();
        }
    }

    /** Those of {@code leaders} that lead a rule of which nobody has looked for the opposite. */
    List<Long> unheard(Collection<Long> leaders) {
        return Rows.list(db, "select r.leader_id from rule r left join stance s on s.leader_id = r.leader_id"
                + " where s.leader_id is null and r.leader_id in (?)", leaders, (row, n) -> row.getLong(1));
    }

    /**
     * Looks again for the opposites of rules.
     *
     * @param changed what rules say that may say something else now, by leader
     * @param gone leaders that lead no rule any more
     */
    void refresh(Map<Long, Voice> changed, Collection<Long> gone) {
        Set<Long> known = new HashSet<>(changed.keySet());
        known.addAll(gone);
        Map<Long, List<String>> before = new HashMap<>();
        List<Object[]> keys = new ArrayList<>();
        Rows.each(db, "select leader_id, text, keys from stance where leader_id in (?) order by leader_id, number", known, row -> {
            before.computeIfAbsent(row.getLong(1), leader -> new ArrayList<>()).add(row.getString(2));
            for (long key : keys(row.getString(3))) {
                keys.add(new Object[] {key, row.getLong(1)});
            }
        });
        Map<Long, Voice> anew = new HashMap<>(changed);
        anew.keySet().removeIf(leader -> changed.get(leader).texts.equals(before.get(leader)));
        Set<Long> silenced = new HashSet<>(before.keySet());
        silenced.removeIf(leader -> changed.containsKey(leader) && !anew.containsKey(leader));
        keys.removeIf(row -> !silenced.contains((Long) row[1]));
        silence(silenced, keys);
        speak(anew);
    }

    private void silence(Set<Long> leaders, List<Object[]> keys) {
        Rows.batch(db, "delete from stance_key where key = ? and leader_id = ?", keys);
        Rows.update(db, "delete from stance where leader_id in (?)", leaders);
        List<Object[]> mirrored = Rows.list(db, "select other_id, leader_id from contradiction where leader_id in (?)", leaders,
                (row, n) -> new Object[] {row.getLong(1), row.getLong(2)});
        Rows.batch(db, "delete from contradiction where leader_id = ? and other_id = ?", mirrored);
        Rows.update(db, "delete from contradiction where leader_id in (?)", leaders);
    }

    private void speak(Map<Long, Voice> voices) {
        Map<Long, List<Stance>> stances = new HashMap<>();
        Map<Long, Set<Long>> leadersByKey = new HashMap<>();
        List<Object[]> rows = new ArrayList<>();
        voices.forEach((leader, voice) -> {
            for (String text : voice.texts) {
                Stance stance = Stance.of(text);
                // mixed with the project, so that strangers rarely meet
                long scope = voice.project.hashCode() * 0x9E3779B97F4A7C15L;
                List<Long> own = stance.blocks().stream().map(key -> key ^ scope).toList();
                int number = stances.computeIfAbsent(leader, key -> new ArrayList<>()).size();
                stances.get(leader).add(stance);
                own.forEach(key -> leadersByKey.computeIfAbsent(key, k -> new TreeSet<>()).add(leader));
                rows.add(new Object[] {leader, number, voice.project, text,
                    own.stream().map(String::valueOf).collect(Collectors.joining(" "))});
            }
        });
        Rows.batch(db, "insert into stance (leader_id, number, project_id, text, keys) values (?,?,?,?,?)", rows);
        List<Object[]> keys = new ArrayList<>();
        leadersByKey.forEach((key, leaders) -> leaders.forEach(leader -> keys.add(new Object[] {key, leader})));
        keys.sort((a, b) -> Long.compare((long) a[0], (long) b[0]));
        Rows.batch(db, "insert into stance_key (key, leader_id) values (?,?)", keys);
        Map<Long, Set<Long>> meetings = new HashMap<>();
        Rows.each(db, "select leader_id, key from stance_key where key in (?)", leadersByKey.keySet(), row ->
                meetings.computeIfAbsent(row.getLong(1), leader -> new HashSet<>()).addAll(leadersByKey.get(row.getLong(2))));
        meetings.forEach((leader, met) -> met.remove(leader));
        meetings.values().removeIf(Set::isEmpty);
        judge(meetings, voices, stances);
    }

    /** @param meetings for every rule that may be an opposite, those that have just spoken */
    private void judge(Map<Long, Set<Long>> meetings, Map<Long, Voice> voices, Map<Long, List<Stance>> stances) {
        Set<List<Long>> opposed = new HashSet<>();
        Rows.each(db, "select leader_id, project_id, text from stance where leader_id in (?)", meetings.keySet(), row -> {
            long other = row.getLong(1);
            Stance there = Stance.of(row.getString(3));
            for (long here : meetings.get(other)) {
                if (voices.get(here).project.equals(row.getString(2))
                        && stances.get(here).stream().anyMatch(stance -> stance.opposes(there))) {
                    opposed.add(List.of(here, other));
                    opposed.add(List.of(other, here));
                }
            }
        });
        Rows.batch(db, "insert into contradiction (leader_id, other_id) values (?,?)",
                opposed.stream().map(List::toArray).toList());
    }

    private static List<Long> keys(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.stream(joined.split(" ")).map(Long::valueOf).toList();
    }
}
