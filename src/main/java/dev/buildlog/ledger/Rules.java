package dev.buildlog.ledger;

import dev.buildlog.curate.Tags;
import dev.buildlog.model.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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
        return ledger.read(db -> {
            Map<Long, Opposition> oppositions = oppositions(db, project);
            return db.query("select id, category, text, frequency, earliest, latest, leader_id from rule"
                    + " where project_id = ? order by id, category", (row, n) -> {
                String text = row.getString(3);
                Opposition against = oppositions.getOrDefault(row.getLong(7), Opposition.NONE);
                return new Rule(row.getString(1), project, row.getString(2), text, row.getInt(4),
                        LocalDate.parse(row.getString(5)), LocalDate.parse(row.getString(6)), List.of(), Tags.of(text),
                        against.ids, against.entries);
            }, project);
        });
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
        Map<String, TreeSet<String>> sources = new HashMap<>();
        ledger.read(db -> {
            db.query("select distinct l.rule_id || ' ' || l.category, e.path from statement m"
                    + " join statement l on l.id = m.leader_id"
                    + " join insight i on i.statement_id = m.id join holding h on h.reading_id = i.reading_id"
                    + " join entry e on e.id = h.entry_id where m.project_id = ?", row -> {
                sources.computeIfAbsent(row.getString(1), id -> new TreeSet<>()).add(row.getString(2));
            }, project);
            return sources;
        });
        List<Rule> rules = new ArrayList<>();
        for (Rule rule : live(project)) {
            TreeSet<String> paths = sources.getOrDefault(rule.id() + " " + rule.category(), new TreeSet<>());
            rules.add(rule.withSources(List.copyOf(paths), rule.frequency(), rule.earliest()));
        }
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
        return withSources(project).stream()
                .filter(rule -> rule.id().equals(first.leader) && rule.category().equals(first.category))
                .findFirst()
                .<Named>map(Named.Live::new)
                .orElseGet(() -> new Named.Tombstone(first.text));
    }
}
