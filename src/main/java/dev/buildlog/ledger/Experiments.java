package dev.buildlog.ledger;

import dev.buildlog.learn.Selection.Fate;
import dev.buildlog.learn.proof.Repeats;
import dev.buildlog.learn.proof.Repeats.Match;
import dev.buildlog.learn.proof.Repeats.Told;
import dev.buildlog.learn.proof.Tally;
import dev.buildlog.learn.proof.Tally.Session;
import dev.buildlog.learn.proof.Trial;
import dev.buildlog.learn.proof.Trial.Drawn;
import dev.buildlog.learn.proof.Works;
import dev.buildlog.learn.proof.Works.Reviewed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Questions about the mistakes of a project. Citations of what no rule is are mistakes of the reviewer and not of the work, so
 * they are counted apart.
 */
public final class Experiments {

    private final Ledger ledger;

    public Experiments(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The mistakes of {@code project}, counted, with those that repeat others as {@code matcher} finds them now. */
    public Tally tally(String project, Repeats matcher) {
        return ledger.read(db -> Tally.of(sessions(db, project), told(db, project), matcher));
    }

    /** What the mistake of this id repeats, as {@code matcher} finds it now; empty also where there is no such mistake. */
    public Optional<Match> repeats(String project, String mistake, Repeats matcher) {
        List<Told> all = ledger.read(db -> told(db, project));
        return all.stream().filter(one -> one.id().equals(mistake)).findFirst().flatMap(one -> matcher.of(one, all));
    }

    /** Number of citations of what no rule is. */
    public int hallucinations(String project) {
        return ledger.read(db -> Objects.requireNonNull(db.queryForObject(
                "select count(*) from mistake where project_id = ? and class = ?", Integer.class, project,
                Reviews.HALLUCINATION)));
    }

    /** The draws of {@code project} under which there was work, under the ids that rules have today, in their order. */
    public List<Trial> trials(String project) {
        return ledger.read(db -> {
            SeenSelections seen = new SeenSelections(db, project);
            List<Reviewed> reviews = db.query("select id, session, reviewed_at from review where project_id = ?",
                    (row, n) -> new Reviewed(row.getString(1), row.getString(2), seen.of(row.getString(1)),
                            EntryRecorder.instant(row.getLong(3))), project);
            return Trial.of(draws(db, project, seen), Works.of(reviews, told(db, project), sessions(db, project), seen::at));
        });
    }

    private static List<Drawn> draws(JdbcTemplate db, String project, SeenSelections seen) {
        CurrentIds ids = new CurrentIds(db, project);
        Map<String, Set<String>> shown = new HashMap<>();
        Map<String, Set<String>> withheld = new HashMap<>();
        db.query("select c.selection_id, c.rule_id, c.fate from selection_candidate c join selection s on s.id = c.selection_id"
                + " where s.project_id = ? and c.fate in (?,?)", row -> {
            (row.getString(3).equals(Fate.CHOSEN.name()) ? shown : withheld)
                    .computeIfAbsent(row.getString(1), id -> new TreeSet<>()).add(ids.of(row.getString(2)));
        }, project, Fate.CHOSEN.name(), Fate.WITHHELD.name());
        Map<String, Double> holdOut = new HashMap<>();
        db.query("select id, hold_out from selection where project_id = ?", row -> {
            holdOut.put(row.getString(1), row.getDouble(2));
        }, project);
        return seen.inOrder().stream().map(id -> new Drawn(id, holdOut.getOrDefault(id, 0.0),
                shown.getOrDefault(id, Set.of()), withheld.getOrDefault(id, Set.of()))).toList();
    }

    private static List<Told> told(JdbcTemplate db, String project) {
        return db.query("select id, class, description, session, review_id, made_at from mistake where project_id = ? and class"
                + " <> ? order by made_at, id", (row, n) -> new Told(row.getString(1), row.getString(2), row.getString(3),
                        row.getString(4), row.getString(5), EntryRecorder.instant(row.getLong(6))), project,
                Reviews.HALLUCINATION);
    }

    /** Of several ends of a session the first counts. */
    private static List<Session> sessions(JdbcTemplate db, String project) {
        Map<String, Session> ended = new HashMap<>();
        db.query("select s.id, s.agent, s.worktree, s.context, s.started_at, e.ended_at, s.rules, e.rules, e.lines from session s"
                + " join session_end e on e.session_id = s.id where s.project_id = ? order by e.ended_at desc, e.id desc", row -> {
            int lines = row.getInt(9);
            ended.put(row.getString(1), new Session(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                    EntryRecorder.instant(row.getLong(5)), EntryRecorder.instant(row.getLong(6)), row.getInt(7), row.getInt(8),
                    row.wasNull() ? null : lines));
        }, project);
        return db.query("select id, agent, worktree, context, started_at, rules from session where project_id = ?"
                + " order by started_at, id", (row, n) -> ended.containsKey(row.getString(1)) ? ended.get(row.getString(1))
                        : new Session(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                                EntryRecorder.instant(row.getLong(5)), null, row.getInt(6), row.getInt(6), null), project);
    }
}
