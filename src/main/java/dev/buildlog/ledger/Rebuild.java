package dev.buildlog.ledger;

import dev.buildlog.curate.Similarity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** Folds everything anew from the facts, in one transaction, and says whether that changed anything. It should not. */
public final class Rebuild {

    private static final int PORTION = 2_000;

    private final Ledger ledger;
    private final Map<String, Similarity> similarities;

    public Rebuild(Ledger ledger, Map<String, Similarity> similarities) {
        this.ledger = ledger;
        this.similarities = Map.copyOf(similarities);
    }

    /**
     * What a rebuild found.
     *
     * @param rules number of live rules afterwards
     * @param differences lines of the folds that were different before ({@code -}) and after ({@code +}); empty when all is well
     */
    public record Report(int rules, List<String> differences) {}

    /** @param progress told how many statements in a hundred are done */
    public Report run(IntConsumer progress) {
        return ledger.write(db -> {
            Set<String> before = folds(db, similarities);
            int rules = refold(db, similarities, progress);
            return new Report(rules, differences(before, folds(db, similarities)));
        });
    }

    /** Folds everything anew within the present transaction; returns the number of live rules. */
    static int refold(JdbcTemplate db, Map<String, Similarity> similarities, IntConsumer progress) {
        empty(db);
        db.update("insert into holding (holder_id, entry_id, reading_id, observation, observed_at)"
                + " select holder_id, entry_id, reading_id, id, observed_at from (select o.*, row_number() over"
                + " (partition by holder_id, entry_id order by observed_at desc, id desc) as place from observation o) t"
                + " where place = 1");
        db.update("update holding set reading_id = null where observed_at <= (select max(d.at) from departure d"
                + " where d.holder_id = holding.holder_id)");
        List<Long> statements = db.queryForList("select distinct i.statement_id from insight i"
                + " join holding h on h.reading_id = i.reading_id order by i.statement_id", Long.class);
        for (int from = 0; from < statements.size(); from += PORTION) {
            int to = Math.min(from + PORTION, statements.size());
            new RuleFold(db, similarities).fold(statements.subList(from, to));
            progress.accept(100 * to / statements.size());
        }
        db.queryForList("select id from project", String.class).forEach(project -> new EvidenceFold(db, project).refold());
        return Objects.requireNonNull(db.queryForObject("select count(*) from rule", Integer.class));
    }

    /** Leaves no fold. */
    static void empty(JdbcTemplate db) {
        db.update("delete from rule");
        db.update("delete from stance");
        db.update("delete from stance_key");
        db.update("delete from contradiction");
        db.update("delete from block");
        db.update("delete from holding");
        db.update("update print set live = 0 where live <> 0");
        db.update("update statement set first_date = null, first_path = null, first_line = null, leader_id = null,"
                + " leads = 0, pile_id = null, wording_id = null where leader_id is not null or first_date is not null");
    }

    /** Every fold as lines of text that do not depend on internal numbers. */
    static Set<String> folds(JdbcTemplate db, Map<String, Similarity> similarities) {
        Set<String> lines = new TreeSet<>();
        db.queryForList("select id from project", String.class).forEach(project -> Standings.of(db, similarities, project,
                Rules.byLeader(db, project)).values().stream().map(Standings.Stand::candidate)
                .forEach(rule -> lines.add("standing " + project + " " + rule.rule().id() + " " + rule.standing() + " "
                        + rule.terms() + " " + rule.rule().text())));
        db.query("select project_id, id, category, text, frequency, earliest, latest from rule", row -> {
            lines.add("rule " + row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " x" + row.getInt(5) + " "
                    + row.getString(6) + ".." + row.getString(7) + " " + row.getString(4));
        });
        db.query("select s.project_id, s.category, s.rule_id, l.rule_id, s.first_date, s.first_path, s.first_line"
                + " from statement s join statement l on l.id = s.leader_id", row -> {
            lines.add("member " + row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " of "
                    + row.getString(4) + " first in " + row.getString(6) + ":" + row.getInt(7));
        });
        db.query("select r.project_id, r.id, o.id from contradiction c join rule r on r.leader_id = c.leader_id"
                + " join rule o on o.leader_id = c.other_id", row -> {
            lines.add("contradiction " + row.getString(1) + " " + row.getString(2) + " " + row.getString(3));
        });
        db.query("select o.project_id, o.root, o.branch, e.path, r.content_hash, r.recipe from holding h join holder o"
                + " on o.id = h.holder_id join entry e on e.id = h.entry_id join reading r on r.id = h.reading_id", row -> {
            lines.add("holding " + row.getString(1) + " " + row.getString(2) + "@" + row.getString(3) + " "
                    + row.getString(4) + " " + row.getString(5) + " by " + row.getString(6));
        });
        db.query("select project_id, rule_id, context, successes, failures, observations, as_of from evidence", row -> {
            lines.add("evidence " + row.getString(1) + " " + row.getString(2) + " in " + row.getString(3) + " +" + row.getDouble(4)
                    + " -" + row.getDouble(5) + " of " + row.getInt(6) + " as of review " + row.getInt(7));
        });
        db.query("select project_id, reviews, half_life, last_sequence, last_reward from learned", row -> {
            lines.add("learned " + row.getString(1) + " from " + row.getInt(2) + " reviews, half-life " + row.getDouble(3)
                    + ", up to " + row.getLong(4) + " " + row.getString(5));
        });
        return lines;
    }

    private static List<String> differences(Set<String> before, Set<String> after) {
        Set<String> lines = new TreeSet<>();
        before.stream().filter(line -> !after.contains(line)).forEach(line -> lines.add("- " + line));
        after.stream().filter(line -> !before.contains(line)).forEach(line -> lines.add("+ " + line));
        return List.copyOf(lines);
    }
}
