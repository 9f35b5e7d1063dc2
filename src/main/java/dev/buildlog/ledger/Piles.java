package dev.buildlog.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** The piles that one fold has to put together anew, since a statement came, left, or changed its place. */
final class Piles {

    private final JdbcTemplate db;
    private final Resemblance resemblance;
    private final Set<Long> piles = new HashSet<>();
    private final Set<Long> leavers = new HashSet<>();

    Piles(JdbcTemplate db, Resemblance resemblance) {
        this.db = db;
        this.resemblance = resemblance;
    }

    /** Has the pile of this number put together anew; 0 is none. */
    void renew(long pile) {
        if (pile != 0) {
            piles.add(pile);
        }
    }

    /** Has a live statement that changed its pile forget its leader. */
    void move(long statement) {
        leavers.add(statement);
    }

    /**
     * Makes all statements of these piles new ones: without a leader, and leading nothing.
     *
     * @param touched takes them, and whatever followed them
     * @param groups takes the leaders they had
     */
    void dissolve(Set<Long> touched, Set<Long> groups) {
        Set<Long> statements = new HashSet<>();
        List<Long> led = new ArrayList<>();
        collect("id", leavers, statements, led, groups);
        collect("pile_id", piles, statements, led, groups);
        if (statements.isEmpty()) {
            return;
        }
        Rows.each(db, "select id from statement where leader_id in (?)", statements, row -> touched.add(row.getLong(1)));
        touched.addAll(statements);
        resemblance.follow(new HashSet<>(led));
        Rows.update(db, "update statement set leader_id = null where id in (?)", statements);
    }

    private void collect(String column, Collection<Long> keys, Set<Long> statements, List<Long> led, Set<Long> groups) {
        Rows.each(db, "select id, leader_id, leads from statement where first_date is not null and " + column + " in (?)", keys,
                row -> {
                    statements.add(row.getLong(1));
                    if (row.getLong(2) != 0) {
                        groups.add(row.getLong(2));
                    }
                    if (row.getInt(3) == 1) {
                        led.add(row.getLong(1));
                    }
                });
    }
}
