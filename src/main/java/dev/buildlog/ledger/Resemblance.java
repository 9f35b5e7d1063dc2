package dev.buildlog.ledger;

import dev.buildlog.curate.Similarity;
import dev.buildlog.curate.Similarity.Reading;
import dev.buildlog.curate.SimilarityGraph.Neighbour;
import dev.buildlog.model.Fingerprint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which live statements of a project and category resemble each other: found through blocks, decided by the backend.
 *
 * <p>The blocks are stored, leaders apart from the rest; who resembles whom is computed when asked. It is mostly asked about
 * leaders, of which there are few, while a popular rule has any number of followers.
 */
final class Resemblance {

    private static final String PRINTS = "select p.id, p.statement_id, s.project_id, s.category, p.backend, p.data, p.blocks,"
            + " s.leads from print p join statement s on s.id = p.statement_id where ";

    private static final String EVERYBODY = "select print_id, key from block where key in (?)";
    private static final String SINCE = "select b.print_id, b.key from block b join print p on p.id = b.print_id"
            + " join statement s on s.id = p.statement_id where b.key in (?) and s.first_date >= ?";
    private static final String LEADERS = "select print_id, key from block where key in (?) and leads = 1";

    private final JdbcTemplate db;
    private final Map<String, Similarity> similarities;

    Resemblance(JdbcTemplate db, Map<String, Similarity> similarities) {
        this.db = db;
        this.similarities = similarities;
    }

    /** Takes fingerprints that nobody makes any more out of the blocks. */
    void disconnect(Collection<Long> prints) {
        Rows.batch(db, "delete from block where key = ? and leads = ? and print_id = ?", blocks(prints("p.id", prints)));
        Rows.update(db, "update print set live = 0 where id in (?)", prints);
    }

    /** Puts the fingerprints of live statements into the blocks. */
    void connect(Collection<Long> prints) {
        Rows.batch(db, "insert into block (key, leads, print_id) values (?,?,?)", blocks(prints("p.id", prints)));
        Rows.update(db, "update print set live = 1 where id in (?)", prints);
    }

    /** Moves statements that have begun or ceased to lead to where they now belong. */
    void follow(Collection<Long> changed) {
        List<Object[]> blocks = blocks(prints("p.live = 1 and p.statement_id", changed));
        Rows.batch(db, "update block set leads = ? where key = ? and leads = ? and print_id = ?", blocks.stream()
                .map(row -> new Object[] {1 - (int) row[1], row[0], row[1], row[2]})
                .toList());
        Rows.update(db, "update statement set leads = 1 - leads where id in (?)", changed);
    }

    /** What each of {@code statements} resembles. */
    Map<Long, List<Neighbour>> neighbours(Collection<Long> statements) {
        return find(EVERYBODY, statements);
    }

    /** What each of {@code statements} resembles among those that stand first on {@code day} or later. */
    Map<Long, List<Neighbour>> neighboursSince(LocalDate day, Collection<Long> statements) {
        return find(SINCE, statements, day.toString());
    }

    /** What each of {@code statements} resembles among those that lead a group. */
    Map<Long, List<Neighbour>> leaders(Collection<Long> statements) {
        return find(LEADERS, statements);
    }

    /** What each of {@code silent}, which no live entry makes any more, would resemble if one did. */
    Map<Long, List<Neighbour>> heirs(Collection<Long> silent) {
        return find(EVERYBODY, silent, prints("p.statement_id", silent));
    }

    private Map<Long, List<Neighbour>> find(String candidatesByKey, Collection<Long> statements, Object... more) {
        return find(candidatesByKey, statements, prints("p.live = 1 and p.statement_id", statements), more);
    }

    private Map<Long, List<Neighbour>> find(String candidatesByKey, Collection<Long> statements, List<Print> own,
            Object... more) {
        Map<Long, Map<Long, Double>> edges = new HashMap<>();
        statements.forEach(statement -> edges.put(statement, new HashMap<>()));
        Map<Long, List<Print>> byKey = new HashMap<>();
        for (Print print : own) {
            print.keys().forEach(key -> byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(print));
        }
        Map<Long, Set<Print>> candidates = new HashMap<>();
        Rows.each(db, candidatesByKey, byKey.keySet(),
                row -> candidates.computeIfAbsent(row.getLong(1), id -> new HashSet<>()).addAll(byKey.get(row.getLong(2))), more);
        Map<Long, Reading> asked = new HashMap<>();
        for (Print other : prints("p.id", candidates.keySet())) {
            Reading theirs = null;
            for (Print one : candidates.get(other.id)) {
                Similarity backend = similarities.get(one.fingerprint.backend());
                if (backend != null && one.maySayTheSame(other)) {
                    theirs = theirs == null ? backend.read(other.fingerprint) : theirs;
                    double alike = asked.computeIfAbsent(one.id, id -> backend.read(one.fingerprint)).compare(theirs);
                    if (alike >= backend.threshold()) {
                        edges.get(one.statement).merge(other.statement, alike, Math::max);
                    }
                }
            }
        }
        Map<Long, List<Neighbour>> found = new HashMap<>();
        edges.forEach((statement, others) -> found.put(statement, others.entrySet().stream()
                .map(other -> new Neighbour(other.getKey(), other.getValue()))
                .toList()));
        return found;
    }

    private List<Print> prints(String column, Collection<Long> numbers) {
        return Rows.list(db, PRINTS + column + " in (?)", numbers, (row, n) -> new Print(row.getLong(1), row.getLong(2),
                row.getString(3), row.getString(4), new Fingerprint(row.getString(5), row.getString(6), List.of()),
                row.getString(7), row.getInt(8)));
    }

    /** Rows of key, place and print, in the order of the index, so that each of its pages is looked up once. */
    private static List<Object[]> blocks(List<Print> prints) {
        return prints.stream()
                .flatMap(print -> print.keys().stream().map(key -> new Object[] {key, print.leads, print.id}))
                .sorted(Comparator.comparingLong(row -> (long) row[0]))
                .toList();
    }

    /** @param leads 1 if the statement is recorded as leading a group, alone or with its pile, else 0 */
    private record Print(long id, long statement, String project, String category, Fingerprint fingerprint, String blocks,
            int leads) {

        /** The blocks as keys of one index over all projects and categories: mixed with both, so that strangers rarely meet. */
        List<Long> keys() {
            long scope = (project + "/" + category + "/" + fingerprint.backend()).hashCode() * 0x9E3779B97F4A7C15L;
            return blocks.isEmpty()
                    ? List.of()
                    : Arrays.stream(blocks.split(" ")).map(block -> Long.parseLong(block) ^ scope).toList();
        }

        boolean maySayTheSame(Print other) {
            return statement != other.statement && project.equals(other.project) && category.equals(other.category)
                    && fingerprint.backend().equals(other.fingerprint.backend());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Print print && print.id == id;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(id);
        }
    }
}
