package dev.buildlog.ledger;

import dev.buildlog.curate.Tags;
import dev.buildlog.model.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

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
        return ledger.read(db -> db.query("select id, category, text, frequency, earliest, latest from rule"
                + " where project_id = ? order by id, category", (row, n) -> {
            String text = row.getString(3);
            return new Rule(row.getString(1), project, row.getString(2), text, row.getInt(4),
                    LocalDate.parse(row.getString(5)), LocalDate.parse(row.getString(6)), List.of(), Tags.of(text));
        }, project));
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
            rules.add(new Rule(rule.id(), project, rule.category(), rule.text(), rule.frequency(), rule.earliest(),
                    rule.latest(), List.copyOf(paths), rule.tags()));
        }
        return rules;
    }

    /** What {@code id} stands for in {@code project} today. */
    public Named resolve(String project, String id) {
        record Found(String text, String leader, String category) {}

        List<Found> found = ledger.read(db -> db.query("select s.text, coalesce(l.rule_id, ''), coalesce(l.category, '') from statement s"
                + " left join statement l on l.id = s.leader_id where s.project_id = ? and s.rule_id = ?"
                + " order by s.leader_id is null, s.leader_id <> s.id, l.first_date, l.first_path, l.first_line, s.category",
                (row, n) -> new Found(row.getString(1), row.getString(2), row.getString(3)), project, id));
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
