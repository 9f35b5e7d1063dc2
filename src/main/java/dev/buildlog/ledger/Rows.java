package dev.buildlog.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;

/** Statements over many keys at once, in portions that every database takes. */
final class Rows {

    /** Arguments of a statement that has none, and is kept for the next time all the same. */
    static final Object[] NOTHING = {};

    private static final int PORTION = 500;

    private Rows() {}

    /**
     * Runs {@code sql}, whose one {@code (?)} stands for all {@code keys}, and hands each row to {@code each}; {@code more} are the
     * arguments behind it.
     */
    static void each(JdbcTemplate db, String sql, Collection<?> keys, RowCallbackHandler each, Object... more) {
        portions(keys, portion -> {
            String expanded = expand(sql, portion.size());
            portion.addAll(List.of(more));
            db.query(expanded, each, portion.toArray());
        });
    }

    /** The rows of {@code sql} for all {@code keys}. */
    static <T> List<T> list(JdbcTemplate db, String sql, Collection<?> keys, RowMapper<T> mapper, Object... more) {
        List<T> rows = new ArrayList<>();
        each(db, sql, keys, row -> rows.add(mapper.mapRow(row, rows.size())), more);
        return rows;
    }

    /** Runs the update {@code sql} for all {@code keys}. */
    static void update(JdbcTemplate db, String sql, Collection<?> keys) {
        portions(keys, portion -> db.update(expand(sql, portion.size()), portion.toArray()));
    }

    /** The number that {@code sql}, which has no arguments, asks for; it would be prepared anew without an empty list of them. */
    static long number(JdbcTemplate db, String sql) {
        return Objects.requireNonNull(db.queryForObject(sql, Long.class, NOTHING));
    }

    /** Runs {@code sql} once for each row of arguments. */
    static void batch(JdbcTemplate db, String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            db.batchUpdate(sql, rows);
        }
    }

    /** Hands out the keys in portions of few sizes, repeating the last key, so that there are few different statements. */
    private static void portions(Collection<?> keys, Consumer<List<Object>> each) {
        Iterator<?> all = keys.iterator();
        while (all.hasNext()) {
            List<Object> portion = new ArrayList<>(Math.min(PORTION, keys.size()));
            while (all.hasNext() && portion.size() < PORTION) {
                portion.add(all.next());
            }
            int size = Math.min(PORTION, Integer.highestOneBit(portion.size() * 2 - 1));
            while (portion.size() < size) {
                portion.add(portion.get(portion.size() - 1));
            }
            each.accept(portion);
        }
    }

    private static String expand(String sql, int size) {
        return sql.replace("(?)", "(" + "?,".repeat(size - 1) + "?)");
    }
}
