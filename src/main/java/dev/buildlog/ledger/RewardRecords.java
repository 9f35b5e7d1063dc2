package dev.buildlog.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Questions about outcomes that were recorded. */
public final class RewardRecords {

    private final Ledger ledger;

    public RewardRecords(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * An outcome as it was recorded.
     *
     * @param value 0 to 1
     * @param rules ids that it rewarded then, sorted
     * @param distance how far a revision was from what was reviewed; null if nobody said
     * @param review the review it was taken to mean; empty for none
     * @param context what the work was about
     * @param session the session of that review; empty for none
     * @param notes what else was said of it; empty for nothing
     */
    public record Recorded(String id, Instant at, String outcome, double value, List<String> rules, @Nullable Double distance,
            String review, String context, String session, String notes) {

        /** As it is told to programs. */
        public Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("id", id);
            fields.put("timestamp", at.toString());
            fields.put("outcome", outcome);
            fields.put("reward_value", value);
            fields.put("rules_active", rules);
            fields.put("revision_distance", distance);
            fields.put("error_class", context);
            fields.put("review_id", review);
            fields.put("session_id", session);
            fields.put("notes", notes);
            return fields;
        }
    }

    /**
     * The outcomes of {@code project}, newest first.
     *
     * @param session only those of reviews in this session; empty for all
     */
    public List<Recorded> all(String project, String session) {
        return ledger.read(db -> {
            Map<String, TreeSet<String>> rules = new HashMap<>();
            db.query("select u.reward_id, u.rule_id from reward_rule u join reward r on r.id = u.reward_id"
                    + " where r.project_id = ?",
                    row -> {
                        rules.computeIfAbsent(row.getString(1), id -> new TreeSet<>()).add(row.getString(2));
                    }, project);
            return db.query("select r.id, r.rewarded_at, r.outcome, r.value, r.distance, r.review_id, r.context,"
                    + " coalesce(v.session, r.session), r.notes from reward r left join review v on v.id = r.review_id"
                    + " where r.project_id = ? and (? = '' or coalesce(v.session, r.session) = ?) order by r.sequence desc,"
                    + " case when r.sequence = 0 then r.rewarded_at end desc, r.id desc", (row, n) -> {
                double distance = row.getDouble(5);
                return new Recorded(row.getString(1), EntryRecorder.instant(row.getLong(2)), row.getString(3), row.getDouble(4),
                        List.copyOf(rules.getOrDefault(row.getString(1), new TreeSet<>())), row.wasNull() ? null : distance,
                        row.getString(6), row.getString(7), row.getString(8), row.getString(9));
            }, project, session, session);
        });
    }

    /** The latest review of a session that has no outcome yet. */
    public Optional<String> waiting(String project, String session) {
        return ledger.read(db -> db.queryForList("select id from review v where project_id = ? and session = ? and sequence > 0"
                + " and not exists (select 1 from reward r where r.review_id = v.id) order by sequence desc, id desc limit 1",
                String.class, project, session)).stream().findFirst();
    }
}
