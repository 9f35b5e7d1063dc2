package dev.buildlog.ledger;

import dev.buildlog.curate.Canonical;
import dev.buildlog.curate.SimilarityGraph.Position;
import dev.buildlog.ledger.Verdicts.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where statements stand first in what the holders hold now, with which fingerprints, and what persons decided about them. */
final class Placement {

    private final JdbcTemplate db;
    private final Resemblance resemblance;
    private final Set<Long> touched = new HashSet<>();
    private final Set<Long> groups = new HashSet<>();
    private final Set<Long> changed = new HashSet<>();

    Placement(JdbcTemplate db, Resemblance resemblance) {
        this.db = db;
        this.resemblance = resemblance;
    }

    /** Where a statement stands and with which fingerprints; nowhere if nobody makes it, in group 0 if it has none yet. */
    private static final class Standing {
        private @Nullable Position first;
        private final Set<Long> prints = new HashSet<>();
        private String text = "";
        private long leader;
        private Verdict verdict = Verdict.NONE;

        boolean isAs(Standing other) {
            return Objects.equals(first, other.first) && prints.equals(other.prints) && verdict.equals(other.verdict);
        }
    }

    /** The live statements whose group has to be looked at again. */
    Set<Long> touched() {
        return touched;
    }

    /** The groups that the placed statements belonged to. */
    Set<Long> groups() {
        return groups;
    }

    /** Those of the groups whose statements are others now, or others' words. */
    Set<Long> changed() {
        return changed;
    }

    /** Brings {@code statements} up to date; connects those that came to life, disconnects those that died. */
    void place(Collection<Long> statements) {
        Map<Long, Standing> before = recorded(statements);
        Map<Long, Standing> today = today(statements);
        Verdicts verdicts = Verdicts.of(db, today.keySet());
        today.forEach((id, now) -> now.verdict = verdicts.of(id));
        Piles piles = new Piles(db, resemblance);
        Standing nowhere = new Standing();
        List<Long> dead = new ArrayList<>();
        Set<Long> disconnected = new HashSet<>();
        Set<Long> outdated = new HashSet<>();
        Set<Long> connected = new HashSet<>();
        List<Object[]> moves = new ArrayList<>();
        List<Object[]> reworded = new ArrayList<>();
        List<Object[]> decided = new ArrayList<>();
        before.forEach((id, was) -> {
            Standing now = today.getOrDefault(id, nowhere);
            if (was.leader != 0) {
                groups.add(was.leader);
            }
            if (now.first == null && was.first != null) {
                dead.add(id);
            } else if (now.first != null && !now.first.equals(was.first)) {
                moves.add(new Object[] {now.first.date().toString(), now.first.path(), now.first.line(), id});
                if (!now.first.text().equals(was.text)) {
                    reworded.add(new Object[] {now.first.text(), Canonical.digest(now.first.text()), id});
                }
                touched.add(id);
            }
            if (!now.prints.equals(was.prints)) {
                disconnected.add(id);
                outdated.addAll(was.prints);
                connected.addAll(now.prints);
                if (now.first != null) {
                    touched.add(id);
                }
            }
            if (now.first != null && !now.verdict.equals(was.verdict)) {
                decided.add(new Object[] {nullable(now.verdict.pile()), nullable(now.verdict.wording()), id});
                if (now.verdict.pile() != was.verdict.pile()) {
                    piles.move(id);
                }
            }
            if (!now.isAs(was)) {
                changed.add(was.leader);
                piles.renew(was.verdict.pile());
                piles.renew(now.verdict.pile());
            }
        });
        Set<Long> left = new HashSet<>(dead);
        left.addAll(disconnected);
        Rows.each(db, "select id from statement where leader_id in (?)", left, row -> touched.add(row.getLong(1)));
        touched.removeAll(dead);
        resemblance.disconnect(outdated);
        Rows.update(db, "update statement set first_date = null, first_path = null, first_line = null, leader_id = null,"
                + " leads = 0, pile_id = null, wording_id = null where id in (?)", dead);
        Rows.batch(db, "update statement set first_date = ?, first_path = ?, first_line = ? where id = ?", moves);
        Rows.batch(db, "update statement set text = ?, digest = ? where id = ?", reworded);
        Rows.batch(db, "update statement set pile_id = ?, wording_id = ? where id = ?", decided);
        resemblance.connect(connected);
        Set<Long> dissolved = new HashSet<>();
        piles.dissolve(touched, dissolved);
        groups.addAll(dissolved);
        changed.addAll(dissolved);
    }

    private static @Nullable Long nullable(long number) {
        return number == 0 ? null : number;
    }

    private Map<Long, Standing> recorded(Collection<Long> statements) {
        Map<Long, Standing> recorded = new HashMap<>();
        Rows.each(db, "select s.id, s.first_date, s.first_path, s.first_line, s.text, s.leader_id, p.id,"
                + " s.pile_id, s.wording_id from statement s"
                + " left join print p on p.statement_id = s.id and p.live = 1 where s.id in (?)", statements, row -> {
            Standing standing = recorded.computeIfAbsent(row.getLong(1), id -> new Standing());
            standing.first = row.getString(2) == null ? null : position(row, 2);
            standing.text = row.getString(5);
            standing.leader = row.getLong(6);
            standing.verdict = new Verdict(row.getLong(8), row.getLong(9));
            addPrint(standing, row.getLong(7));
        });
        return recorded;
    }

    private Map<Long, Standing> today(Collection<Long> statements) {
        Map<Long, Standing> today = new HashMap<>();
        Rows.each(db, "select i.statement_id, r.date, e.path, i.line, i.text, i.print_id from insight i"
                + " join holding h on h.reading_id = i.reading_id join reading r on r.id = h.reading_id"
                + " join entry e on e.id = h.entry_id where i.statement_id in (?)", statements, row -> {
            Standing standing = today.computeIfAbsent(row.getLong(1), id -> new Standing());
            Position here = position(row, 2);
            if (standing.first == null || here.compareTo(standing.first) < 0) {
                standing.first = here;
            }
            addPrint(standing, row.getLong(6));
        });
        return today;
    }

    private static void addPrint(Standing standing, long print) {
        if (print != 0) {
            standing.prints.add(print);
        }
    }

    /** The position in four columns from {@code column} on: date, path, line, text. */
    private static Position position(ResultSet row, int column) throws SQLException {
        return position(row, column, "");
    }

    /** The same of a text in {@code category}. */
    static Position position(ResultSet row, int column, String category) throws SQLException {
        return new Position(LocalDate.parse(row.getString(column)), row.getString(column + 1), row.getInt(column + 2),
                row.getString(column + 3), category);
    }
}
