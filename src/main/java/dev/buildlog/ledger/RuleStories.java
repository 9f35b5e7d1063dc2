package dev.buildlog.ledger;

import dev.buildlog.model.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Questions about everything that happened to one rule. */
public final class RuleStories {

    private static final String IDS = "select m.rule_id from statement l join statement m on m.leader_id = l.id"
            + " where l.leader_id = l.id and l.project_id = ? and l.rule_id = ? and l.category = ?";

    private final Ledger ledger;

    public RuleStories(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * What is kept about a rule; each list in the order of time, but for the wordings.
     *
     * @param ids every id that it goes by or went by, sorted
     */
    public record Story(List<String> ids, List<Said> said, List<Decided> decided, List<Cited> cited, List<Rewarded> rewarded,
            List<Shown> shown) {}

    /**
     * A wording, and where an entry says it.
     *
     * @param id of the wording, were it a rule of its own
     * @param text as it was taken out
     * @param line from 1
     * @param quote the source as it stands there
     * @param hearsay whose words they are where they are not the author's; empty for the author's own
     * @param origin by which way the entry came
     */
    public record Said(String id, String text, LocalDate date, String path, int line, String section, String quote, String hearsay,
            String origin) {}

    /** A decision that speaks of it. */
    public record Decided(String id, String kind, String text, String why, String by, Instant at) {}

    /** A finding of a review that names it; {@code credited} where it could be meant. */
    public record Cited(String review, Instant at, String severity, String finding, String reasoning, boolean credited) {}

    /** An outcome that rewarded it. */
    public record Rewarded(String reward, Instant at, String outcome, double value, String review) {}

    /** A file that showed it since a selection. */
    public record Shown(String selection, String target, String root, String path, String text, Instant since) {}

    /** The story of a live rule. */
    public Story of(Rule rule) {
        return ledger.read(db -> {
            Set<String> ids = new TreeSet<>(db.queryForList(IDS, String.class, rule.project(), rule.id(), rule.category()));
            ids.add(rule.id());
            Rows.each(db, "select alias from rule_alias where rule_id in (?) and project_id = ?", List.copyOf(ids),
                    row -> ids.add(row.getString(1)), rule.project());
            return new Story(List.copyOf(ids), said(db, rule), decided(db, rule), cited(db, rule.project(), ids),
                    rewarded(db, rule.project(), ids), shown(db, rule.project(), ids));
        });
    }

    /** What is kept about a rule that no entry says, such as one of a persona. */
    public Story of(String project, String id) {
        return ledger.read(db -> new Story(List.of(id), List.of(), List.of(), cited(db, project, Set.of(id)),
                rewarded(db, project, Set.of(id)), shown(db, project, Set.of(id))));
    }

    private static List<Said> said(JdbcTemplate db, Rule rule) {
        return db.query("select distinct m.rule_id, i.text, r.date, e.path, i.line, i.section, i.quote, i.hearsay, o.origin"
                + " from statement l"
                + " join statement m on m.leader_id = l.id join insight i on i.statement_id = m.id"
                + " join holding h on h.reading_id = i.reading_id join reading r on r.id = h.reading_id"
                + " join entry e on e.id = h.entry_id join observation o on o.id = h.observation where l.leader_id = l.id"
                + " and l.project_id = ? and l.rule_id = ?"
                + " and l.category = ? order by r.date, e.path, i.line, i.text", (row, n) -> new Said(row.getString(1),
                        row.getString(2), LocalDate.parse(row.getString(3)), row.getString(4), row.getInt(5), row.getString(6),
                        row.getString(7), row.getString(8), row.getString(9)), rule.project(), rule.id(), rule.category());
    }

    private static List<Decided> decided(JdbcTemplate db, Rule rule) {
        return db.query("select distinct d.decided_at, d.id, d.kind, d.text, d.why, d.decided_by from statement l"
                + " join statement m on m.leader_id = l.id join pile_member pm on pm.statement_id = m.id"
                + " join pile p on p.id = pm.pile_id join decision d on d.id = p.decision_id where l.leader_id = l.id"
                + " and l.project_id = ? and l.rule_id = ? and l.category = ? order by d.decided_at, d.id", (row, n) ->
                new Decided(row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6),
                        EntryRecorder.instant(row.getLong(1))), rule.project(), rule.id(), rule.category());
    }

    private static List<Cited> cited(JdbcTemplate db, String project, Set<String> ids) {
        return among(db, "select distinct v.id, v.reviewed_at, f.severity, f.description, c.reasoning, c.credited, v.sequence,"
                + " f.ordinal from citation c join review v on v.id = c.review_id join finding f on f.review_id = c.review_id"
                + " and f.ordinal = c.ordinal where v.project_id = ? and c.rule_id in (%s) order by v.sequence, f.ordinal",
                project, ids, (row, n) -> new Cited(row.getString(1), EntryRecorder.instant(row.getLong(2)), row.getString(3),
                        row.getString(4), row.getString(5), row.getInt(6) == 1));
    }

    private static List<Rewarded> rewarded(JdbcTemplate db, String project, Set<String> ids) {
        return among(db, "select distinct r.id, r.rewarded_at, r.outcome, r.value, r.review_id, r.sequence from reward r"
                + " join reward_rule u on u.reward_id = r.id where r.project_id = ? and u.rule_id in (%s) order by r.sequence",
                project, ids, (row, n) -> new Rewarded(row.getString(1), EntryRecorder.instant(row.getLong(2)), row.getString(3),
                        row.getDouble(4), row.getString(5)));
    }

    private static List<Shown> shown(JdbcTemplate db, String project, Set<String> ids) {
        return among(db, "select x.selection_id, x.target, x.root, x.path, x.text, x.shown_at from exposure x"
                + " join selection s on s.id = x.selection_id where s.project_id = ? and x.rule_id in (%s)"
                + " order by s.sequence, x.root, x.path", project, ids, (row, n) -> new Shown(row.getString(1), row.getString(2),
                        row.getString(3), row.getString(4), row.getString(5), EntryRecorder.instant(row.getLong(6))));
    }

    private static <T> List<T> among(JdbcTemplate db, String sql, String project, Set<String> ids,
            org.springframework.jdbc.core.RowMapper<@Nullable T> row) {
        List<Object> arguments = new ArrayList<>(List.of(project));
        arguments.addAll(ids);
        return db.query(String.format(sql, String.join(",", ids.stream().map(id -> "?").toList())), row, arguments.toArray());
    }
}
