package dev.buildlog.ledger;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The wordings of a live rule that somebody names by any id it ever had, earliest first. An id is that of a text, so where two
 * categories of a team's own hold the same text, both rules are meant.
 */
final class Wordings {

    private static final int SHOWN = 8;

    /** The prefix of a category and something behind it. */
    private static final int SHORTEST_START = 4;

    private final JdbcTemplate db;
    private final String id;
    private final List<Wording> wordings;

    private Wordings(JdbcTemplate db, String id, List<Wording> wordings) {
        this.db = db;
        this.id = id;
        this.wordings = wordings;
    }

    /**
     * A wording.
     *
     * @param pile number of the pile it lies in; 0 for none
     * @param leader number of the statement that leads its rule
     */
    record Wording(long statement, String category, String text, String ruleId, long pile, long leader) {}

    /** @throws BuildlogException naming a similar id if no live rule of {@code project} answers to {@code name} */
    static Wordings of(JdbcTemplate db, String project, String name) {
        String id = RuleAliases.resolve(db, project, name);
        List<Long> leaders = db.queryForList("select distinct coalesce(leader_id, 0) from statement where project_id = ?"
                + " and rule_id = ?", Long.class, project, id);
        if (leaders.isEmpty()) {
            leaders = begunBy(db, project, id);
        }
        if (leaders.isEmpty()) {
            List<String> known = db.queryForList("select id from rule where project_id = ?", String.class, project);
            throw new BuildlogException("no rule of this project ever had the id '" + id + "'" + Suggestion.hint(id, known,
                    ". 'buildlog skills' shows the rules with their ids."));
        }
        if (leaders.stream().allMatch(leader -> leader == 0)) {
            throw new BuildlogException("no live entry says any more what " + id + " stood for, so nothing can be decided about"
                    + " it.");
        }
        return new Wordings(db, id, Rows.list(db, "select id, category, text, rule_id, pile_id, leader_id from statement"
                + " where leader_id in (?) order by first_date, first_path, first_line, text, category", leaders,
                (row, n) -> new Wording(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getLong(5),
                        row.getLong(6))));
    }

    /** The leader of the one rule whose ids alone begin so; none where no id does. */
    private static List<Long> begunBy(JdbcTemplate db, String project, String start) {
        if (start.length() < SHORTEST_START) {
            return List.of();
        }
        Map<String, Long> begun = new TreeMap<>();
        db.query("select rule_id, leader_id from statement where project_id = ? and leader_id is not null"
                + " and substr(rule_id, 1, ?) = ?", row -> {
            begun.put(row.getString(1), row.getLong(2));
        }, project, start.length(), start);
        if (begun.values().stream().distinct().count() > 1) {
            throw new BuildlogException("several rules have ids that begin with '" + start + "': "
                    + begun.keySet().stream().limit(SHOWN).collect(Collectors.joining(", "))
                    + (begun.size() > SHOWN ? ", ..." : ""));
        }
        return begun.values().stream().distinct().toList();
    }

    List<Wording> all() {
        return wordings;
    }

    /** The same by the statement that leads their rule. */
    Map<Long, List<Wording>> byRule() {
        return wordings.stream().collect(Collectors.groupingBy(Wording::leader));
    }

    /**
     * The wording that somebody means by its text, a part of it that no other has, its id, or {@code path:line} where it
     * stands; several only where several categories hold it.
     *
     * @throws BuildlogException naming the wordings there are, if it is none or several of them
     */
    List<Wording> named(String name) {
        String text = plain(name);
        List<Predicate<Wording>> ways = List.of(
                wording -> plain(wording.text).equals(text) || wording.ruleId.equals(name),
                standingAt(name),
                wording -> !text.isEmpty() && plain(wording.text).contains(text));
        List<Wording> found = ways.stream().map(way -> wordings.stream().filter(way).toList()).filter(some -> !some.isEmpty())
                .findFirst().orElse(List.of());
        if (found.stream().map(Wording::ruleId).distinct().count() == 1) {
            return found;
        }
        String known = wordings.stream().limit(SHOWN).map(wording -> System.lineSeparator() + "  " + wording.text)
                .collect(Collectors.joining());
        throw new BuildlogException((found.isEmpty() ? "'" + name + "' is no wording of rule " : found.size()
                + " wordings have '" + name + "' in rule ") + id + ", which has been written as:" + known
                + (wordings.size() > SHOWN ? System.lineSeparator() + "  and " + (wordings.size() - SHOWN) + " more" : ""));
    }

    private Predicate<Wording> standingAt(String place) {
        int colon = place.lastIndexOf(':');
        if (colon < 0 || !place.substring(colon + 1).matches("[0-9]{1,9}")) {
            return wording -> false;
        }
        String path = place.substring(0, colon).replace('\\', '/');
        TreeSet<Long> there = new TreeSet<>();
        Rows.each(db, "select i.statement_id, e.path from insight i join holding h on h.reading_id = i.reading_id"
                + " join entry e on e.id = h.entry_id where i.statement_id in (?) and i.line = ?",
                wordings.stream().map(Wording::statement).toList(), row -> {
            if (row.getString(2).equals(path) || row.getString(2).endsWith("/" + path)) {
                there.add(row.getLong(1));
            }
        }, Integer.parseInt(place.substring(colon + 1)));
        return wording -> there.contains(wording.statement);
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** These wordings, and what was ever put into one pile with them though nobody says it at present. */
    static List<Ruling.Saying> withSilent(JdbcTemplate db, Collection<Wording> wordings) {
        TreeSet<Long> piles = wordings.stream().map(Wording::pile).filter(pile -> pile != 0)
                .collect(Collectors.toCollection(TreeSet::new));
        TreeMap<Long, Ruling.Saying> silent = new TreeMap<>();
        Rows.each(db, "select s.id, s.category, s.text from pile_member m join statement s on s.id = m.statement_id"
                + " where s.first_date is null and m.pile_id in (?)", piles,
                row -> silent.put(row.getLong(1), new Ruling.Saying(row.getString(2), row.getString(3))));
        Verdicts verdicts = Verdicts.of(db, silent.keySet());
        silent.keySet().removeIf(statement -> !piles.contains(verdicts.of(statement).pile()));
        return Stream.concat(wordings.stream().map(wording -> new Ruling.Saying(wording.category, wording.text)),
                silent.values().stream()).distinct().toList();
    }
}
