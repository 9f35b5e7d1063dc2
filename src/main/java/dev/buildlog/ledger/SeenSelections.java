package dev.buildlog.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which draw's rules the work of a project was done with. */
final class SeenSelections {

    private final List<String> inOrder = new ArrayList<>();
    private final NavigableMap<Long, String> byTime = new TreeMap<>();
    private final Map<String, String> reviews = new HashMap<>();

    SeenSelections(JdbcTemplate db, String project) {
        db.query("select id, selected_at from selection where project_id = ? order by sequence, id", row -> {
            inOrder.add(row.getString(1));
            byTime.put(row.getLong(2), row.getString(1));
        }, project);
        db.query("select id, selection_id from review where project_id = ?", row -> {
            reviews.put(row.getString(1), row.getString(2));
        }, project);
    }

    /** Id of the selection that {@code review} saw; empty if nobody knows. */
    String of(String review) {
        return reviews.getOrDefault(review, "");
    }

    /** Id of the selection that was in force at {@code instant}; empty for none. */
    String at(Instant instant) {
        Map.Entry<Long, String> draw = byTime.floorEntry(EntryRecorder.micros(instant));
        return draw == null ? "" : draw.getValue();
    }

    /** Ids of all selections, in the order of the draws. */
    List<String> inOrder() {
        return List.copyOf(inOrder);
    }
}
