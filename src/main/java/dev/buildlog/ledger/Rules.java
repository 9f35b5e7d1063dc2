package dev.buildlog.ledger;

import dev.buildlog.curate.Tags;
import dev.buildlog.model.Rule;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Questions about rules. */
public final class Rules {

    private final Ledger ledger;

    public Rules(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What an id stands for. */
    public sealed interface Named {

        /** A live rule; the id is its own or that of another member. */
        record Live(Rule rule) implements Named {}

        /** The id was shown once; no live entry says this any more. */
        record Tombstone(String text) implements Named {}

        /** No rule of the project ever had this id. */
        record Unknown() implements Named {}
    }

    /** The live rules of {@code project} without their sources, by id. */
    public List<Rule> live(String project) {
        return ledger.read(db -> List.copyOf(byLeader(db, project).values()));
    }

    /** The live rules without their sources, by id, under the numbers of the statements that lead them. */
    static Map<Long, Rule> byLeader(JdbcTemplate db, String project) {
        Map<Long, Opposition> oppositions = oppositions(db, project);
        Map<Long, Rule> rules = new LinkedHashMap<>();
        db.query("select id, category, text, frequency, earliest, latest, leader_id from rule where project_id = ?"
                + " order by id, category", row -> {
            String text = row.getString(3);
            Opposition against = oppositions.getOrDefault(row.getLong(7), Opposition.NONE);
            rules.put(row.getLong(7), new Rule(row.getString(1), project, row.getString(2), text, row.getInt(4),
                    LocalDate.parse(row.getString(5)), LocalDate.parse(row.getString(6)), List.of(), Tags.of(text), against.ids,
                    against.entries));
        }, project);
        return rules;
    }

    /** @param ids sorted @param entries how many entries say so */
    private record Opposition(List<String> ids, int entries) {

        static final Opposition NONE = new Opposition(List.of(), 0);

        Opposition and(Opposition other) {
            return new Opposition(Stream.concat(ids.stream(), other.ids.stream()).toList(), entries + other.entries);
        }
    }

    private static Map<Long, Opposition> oppositions(JdbcTemplate db, String project) {
        Map<Long, Opposition> oppositions = new HashMap<>();
        db.query("select c.leader_id, o.id, o.frequency from rule r join contradiction c on c.leader_id = r.leader_id"
                + " join rule o on o.leader_id = c.other_id where r.project_id = ? order by o.id, o.category", row -> {
            oppositions.merge(row.getLong(1), new Opposition(List.of(row.getString(2)), row.getInt(3)), Opposition::and);
        }, project);
        return oppositions;
    }

    /** The live rules of {@code project} with the paths of the entries behind each, by id. */
    public List<Rule> withSources(String project) {
        return ledger.remembered("rules " + project, db -> List.copyOf(withSources(db, project).values()));
    }

    static Map<Long, Rule> withSources(JdbcTemplate db, String project) {
        Map<Long, TreeSet<String>> sources = new HashMap<>();
        db.query("select distinct m.leader_id, e.path from statement m join insight i on i.statement_id = m.id"
                + " join holding h on h.reading_id = i.reading_id join entry e on e.id = h.entry_id"
                + " where m.leader_id is not null and m.project_id = ?", row -> {
            sources.computeIfAbsent(row.getLong(1), leader -> new TreeSet<>()).add(row.getString(2));
        }, project);
        Map<Long, Rule> rules = byLeader(db, project);
        rules.replaceAll((leader, rule) -> rule.withSources(List.copyOf(sources.getOrDefault(leader, new TreeSet<>())),
                rule.frequency(), rule.earliest()));
        return rules;
    }

    /** What {@code id} stands for in {@code project} today. */
    public Named resolve(String project, String id) {
        record Found(String text, String leader, String category) {}

        List<Found> found = ledger.read(db -> db.query("select s.text, coalesce(l.rule_id, ''), coalesce(l.category, '')"
                + " from statement s"
                + " left join statement l on l.id = s.leader_id where s.project_id = ? and s.rule_id = ?"
                + " order by s.leader_id is null, s.leader_id <> s.id, l.first_date, l.first_path, l.first_line, s.category",
                (row, n) -> new Found(row.getString(1), row.getString(2), row.getString(3)), project,
                RuleAliases.resolve(db, project, id)));
        if (found.isEmpty()) {
            return new Named.Unknown();
        }
        Found first = found.get(0);
        Map<String, List<Rule>> byId = ledger.remembered("rules by id " + project,
                db -> withSources(project).stream().collect(Collectors.groupingBy(Rule::id)));
        return byId.getOrDefault(first.leader, List.of()).stream().filter(rule -> rule.category().equals(first.category))
                .findFirst()
                .<Named>map(Named.Live::new)
                .orElseGet(() -> new Named.Tombstone(first.text));
    }
}
