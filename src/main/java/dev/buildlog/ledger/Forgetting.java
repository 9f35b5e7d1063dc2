package dev.buildlog.ledger;

import dev.buildlog.curate.Canonical;
import dev.buildlog.curate.Forgotten;
import dev.buildlog.curate.Similarity;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Fingerprint;
import dev.buildlog.model.Sha256;
import dev.buildlog.model.Tombstone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ColumnMapRowMapper;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes content out of the ledger for good, at a person's wish: out of facts too, out of free pages and the log of the file, and
 * so that it does not come in again. A tombstone is left, which does not tell what lies below it.
 */
public final class Forgetting {

    /** Tables that tell nothing of anybody's words, and the tombstones themselves. */
    private static final Set<String> NOT_TEXT = Set.of("flyway_schema_history", "forgotten", "vector", "passed", "block",
            "stance_key");

    private final Ledger ledger;
    private final Map<String, Similarity> similarities;

    public Forgetting(Ledger ledger, Map<String, Similarity> similarities) {
        this.ledger = ledger;
        this.similarities = Map.copyOf(similarities);
    }

    /**
     * Forgets {@code texts}, wherever they stand.
     *
     * @return number of rows that held one
     * @throws BuildlogException if one is too short
     */
    public int texts(Collection<String> texts, Instant at) {
        int rows = ledger.write(db -> {
            List<Tombstone> tombstones = new ArrayList<>();
            texts.forEach(text -> tombstones.add(Tombstones.add(db, text, at)));
            return erase(db, new Forgotten(tombstones));
        });
        clean();
        return rows;
    }

    /** Forgets within the present transaction what tombstones stand for, as after rows came in from elsewhere. */
    int again(JdbcTemplate db) {
        Forgotten forgotten = Tombstones.of(db);
        return forgotten.isEmpty() ? 0 : erase(db, forgotten);
    }

    /** The words that one entry alone says: its title, its insights and what they were taken from. */
    public Set<String> wordsOf(String project, String path) {
        return ledger.read(db -> {
            Set<String> words = new LinkedHashSet<>();
            String own = " from insight i join reading r on r.id = i.reading_id join entry e on e.id = r.entry_id"
                    + " where e.project_id = ? and e.path = ?";
            db.query("select i.quote, i.text" + own + " and not exists (select 1 from insight o join reading q on"
                    + " q.id = o.reading_id where o.statement_id = i.statement_id and q.entry_id <> r.entry_id)", row -> {
                words.add(row.getString(1));
                words.add(row.getString(2));
            }, project, path);
            words.addAll(db.queryForList("select w.text from wording w join reading r on r.id = w.reading_id join entry e on"
                    + " e.id = r.entry_id where e.project_id = ? and e.path = ?", String.class, project, path));
            words.addAll(db.queryForList("select distinct r.title from reading r join entry e on e.id = r.entry_id"
                    + " where e.project_id = ? and e.path = ?", String.class, project, path));
            words.removeIf(text -> !Forgotten.isLongEnough(text));
            return words;
        });
    }

    /** Forgets what {@code path} alone says, and the text of a submission of that name; returns the number of rows. */
    public int entry(String project, String path, Instant at) {
        Set<String> words = wordsOf(project, path);
        ledger.write(db -> db.update("delete from submission where project_id = ? and path = ?", project, path)
                + db.update("delete from dead_letter where project_id = ? and subject = ?", project, path));
        return texts(words, at);
    }

    /** Forgets a project and all that is known of it; returns the number of rows. */
    public int project(String project, Instant at) {
        int rows = ledger.write(db -> {
            Rebuild.empty(db);
            List<Table> tables = new ArrayList<>(Tables.in(db));
            Extent extent = new Extent(tables, new Export.Wish(Set.of(), project, null));
            Collections.reverse(tables);
            int gone = 0;
            for (Table table : tables) {
                if (extent.reaches(table) && !table.name().equals("forgotten")) {
                    List<Object> arguments = new ArrayList<>();
                    gone += db.update("delete from " + table.name() + extent.condition(table, arguments), arguments.toArray());
                }
            }
            emptyCaches(db);
            db.update("insert into forgotten (id, kind, salt, length, sum, hash, forgotten_at) values (?,'project','',0,0,?,?)"
                    + " on conflict do nothing", "project " + project, Sha256.of(project), at.toString());
            Rebuild.refold(db, similarities, percent -> {});
            return gone;
        });
        clean();
        return rows;
    }

    private int erase(JdbcTemplate db, Forgotten forgotten) {
        Set<Long> statements = new HashSet<>();
        int rows = 0;
        for (Table table : Tables.in(db)) {
            if (!NOT_TEXT.contains(table.name()) && table.kind() != Table.Kind.FOLD) {
                rows += erase(db, table, forgotten, statements);
            }
        }
        for (String owned : List.of("assessment", "wording", "insight")) {
            db.update("delete from " + owned + " where exists (select 1 from insight i where i.reading_id = " + owned
                    + ".reading_id and i.ordinal = " + owned + ".ordinal and trim(i.text) = ?)", Forgotten.MARK);
        }
        emptyCaches(db);
        renewPrints(db, statements);
        Rebuild.refold(db, similarities, percent -> {});
        return rows;
    }

    private static int erase(JdbcTemplate db, Table table, Forgotten forgotten, Set<Long> statements) {
        List<String> texts = table.texts();
        int rows = 0;
        for (Map<String, Object> row : held(db, table, forgotten)) {
            List<String> changed = new ArrayList<>();
            List<Object> arguments = new ArrayList<>();
            for (String column : texts) {
                if (row.get(column) instanceof String before) {
                    String after = clean(table, column, forgotten, before);
                    if (!after.equals(before)) {
                        changed.add(column + " = ?");
                        arguments.add(after);
                    }
                }
            }
            if (!changed.isEmpty()) {
                rows++;
                table.order().forEach(column -> arguments.add(row.get(column)));
                String where = " where " + String.join(" = ? and ", table.order()) + " = ?";
                try {
                    db.update("update " + table.name() + " set " + String.join(", ", changed) + where, arguments.toArray());
                } catch (DuplicateKeyException e) {
                    // what was told apart by that text only is the same now
                    db.update("delete from " + table.name() + where, table.order().stream().map(row::get).toArray());
                }
                if (table.name().equals("statement") || table.name().equals("print")) {
                    statements.add(((Number) row.get(table.name().equals("print") ? "statement_id" : "id")).longValue());
                }
            }
        }
        return rows;
    }

    /** The rows of a table that hold something forgotten. */
    private static List<Map<String, Object>> held(JdbcTemplate db, Table table, Forgotten forgotten) {
        List<Map<String, Object>> rows = new ArrayList<>();
        ColumnMapRowMapper mapper = new ColumnMapRowMapper();
        db.query("select * from " + table.name(), row -> {
            for (String column : table.texts()) {
                if (row.getObject(column) instanceof String text && !clean(table, column, forgotten, text).equals(text)) {
                    rows.add(mapper.mapRow(row, 0));
                    break;
                }
            }
        });
        return rows;
    }

    private static String clean(Table table, String column, Forgotten forgotten, String text) {
        return table.name().equals("seed") && column.equals("text") ? Erasure.seeds(forgotten, text)
                : Tombstones.erase(forgotten, text);
    }

    /** @param print number; 0 for none @param backend empty for none */
    private record Printed(long print, String backend, long statement, String text) {}

    /** A fingerprint is made of the words it compares; it is made anew of what is left of them. */
    private void renewPrints(JdbcTemplate db, Set<Long> statements) {
        List<Printed> all = Rows.list(db, "select p.id, coalesce(p.backend, ''), s.id, s.text from statement s left join print p"
                + " on p.statement_id = s.id where s.id in (?)", statements, (row, n) -> new Printed(row.getLong(1),
                        row.getString(2), row.getLong(3), row.getString(4)));
        for (Printed one : all) {
            Similarity similarity = similarities.get(one.backend);
            db.update("update statement set digest = ? where id = ?", Canonical.digest(one.text), one.statement);
            if (similarity != null) {
                Fingerprint fresh = similarity.fingerprint(one.text);
                db.update("update print set data = ?, blocks = ? where id = ?", fresh.data(), fresh.blocks().stream()
                        .map(String::valueOf).collect(Collectors.joining(" ")), one.print);
            } else if (one.print != 0) {
                db.update("update insight set print_id = null where print_id = ?", one.print);
                db.update("delete from print where id = ?", one.print);
            }
        }
    }

    /** A hash tells nobody a text, but whoever guesses one whether it was there. */
    private static void emptyCaches(JdbcTemplate db) {
        db.update("delete from vector");
        db.update("delete from passed");
    }

    /** Writes the file anew without its free pages, and empties its log. */
    private void clean() {
        ledger.compact();
    }
}
