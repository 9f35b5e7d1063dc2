package dev.buildlog.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which draw's rules some work was done with: the last one that the project had drawn by then. */
final class SeenSelections {

    private final NavigableMap<Long, String> draws = new TreeMap<>();
    private final Map<String, String> reviews;

    SeenSelections(JdbcTemplate db, String project) {
        db.query("select selected_at, id from selection where project_id = ? order by selected_at, id", row -> {
            draws.put(row.getLong(1), row.getString(2));
        }, project);
        this.reviews = db.query("select id, reviewed_at from review where project_id = ?",
                (row, n) -> Map.entry(row.getString(1), before(row.getLong(2))), project).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Id of the selection that {@code review} saw; empty for none. */
    String of(String review) {
        return reviews.getOrDefault(review, "");
    }

    /** Id of the selection that was in force at {@code instant}; empty for none. */
    String at(Instant instant) {
        return before(EntryRecorder.micros(instant));
    }

    /** Ids of all selections, in the order of the draws. */
    List<String> inOrder() {
        return List.copyOf(draws.values());
    }

    private String before(long micros) {
        Map.Entry<Long, String> draw = draws.floorEntry(micros);
        return draw == null ? "" : draw.getValue();
    }
}
