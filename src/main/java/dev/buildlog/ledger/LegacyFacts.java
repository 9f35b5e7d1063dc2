package dev.buildlog.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.buildlog.learn.ContextKey;
import dev.buildlog.learn.Prior;
import dev.buildlog.legacy.LegacyRecord;
import dev.buildlog.legacy.LegacyTime;
import dev.buildlog.model.Finding;
import dev.buildlog.model.Mistake;
import dev.buildlog.model.Sha256;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Records of the Python tool as facts of a project. Each is stored once, however often it comes. What they are marked by: rewards
 * and reviews have the place 0 among their like, so that none of them is the latest of anything; changes of posteriors name a
 * cause that begins with {@link #MARK}, reviews a source and artifacts a name that does.
 */
final class LegacyFacts {

    /** Begins the names of causes that lie in the earlier tool. */
    static final String MARK = "python:";

    /** Begins the id that the tool gave a session of a mistake made in none. */
    private static final String NO_SESSION = "no-session";

    /** More than there are microseconds since 1970, and exact as a number of JSON. */
    private static final long NUMBERS = 1L << 52;

    private static final int DIGITS = 16;

    private final JdbcTemplate db;
    private final String project;
    private final String worktree;
    private final Set<String> seeds;
    private final Map<String, double[]> lastSnapshots = new HashMap<>();

    /**
     * @param worktree root of the checkout in which a session under way goes on; empty if nobody knows
     * @param seeds ids of rules whose arms began with the boost of a seed
     */
    LegacyFacts(JdbcTemplate db, String project, String worktree, Set<String> seeds) {
        this.db = db;
        this.project = project;
        this.worktree = worktree;
        this.seeds = Set.copyOf(seeds);
    }

    /** Stores what {@code record} says, where this ledger has facts of that kind; states are dealt with elsewhere. */
    void store(LegacyRecord record) {
        switch (record.kind()) {
            case SESSION -> session(record);
            case ACTIVE_SESSION -> activeSession(record);
            case REWARD -> reward(record);
            case MISTAKE -> mistake(record);
            case HISTORY -> review(record, "review", List.of());
            case CREDIT -> review(record, "gauntlet", record.texts("rules").stream().distinct().toList());
            case SNAPSHOT -> snapshot(record);
            case EDGE -> edge(record);
            case DECISION, LEARNING, ARM, GAUNTLET_RULE -> { }
        }
    }

    private void session(LegacyRecord record) {
        String id = start(record, "");
        long ended = LegacyTime.isOne(record.text("ended_at")) ? micros(record, "ended_at") : micros(record, "started_at");
        db.update("insert into session_end (id, session_id, entry, notes, commit_hash, lines, rules, ended_at)"
                + " values (?,?,?,'','',null,?,?) on conflict do nothing", "end-of-" + id, id, record.text("entry_file"),
                (int) record.number("rules_at_end"), ended);
    }

    /** It goes on here, unless another one is under way where it would. */
    private void activeSession(LegacyRecord record) {
        boolean taken = Sessions.open(db, project, "", worktree).filter(open -> !open.id().equals(sessionId(record.id())))
                .isPresent();
        start(record, taken ? "" : worktree);
    }

    private String start(LegacyRecord record, String place) {
        String id = sessionId(record.id());
        db.update("insert into session (id, project_id, agent, worktree, context, notes, commit_hash, rules, started_at)"
                + " values (?,?,'',?,?,?,'',?,?) on conflict do nothing", id, project, place,
                context(record.text("error_class")), record.text("notes"), (int) record.number("rules_at_start"),
                micros(record, "started_at"));
        return id;
    }

    /** It belongs to no review here, so it moves no arm: what it had moved came with the arms. */
    private void reward(LegacyRecord record) {
        String id = free("reward", record.id());
        Double distance = record.fields().hasNonNull("revision_distance") ? record.number("revision_distance") : null;
        int stored = db.update("insert into reward (id, project_id, sequence, outcome, distance, value, review_id, context,"
                + " half_life, rewarded_at, session, notes) values (?,?,0,?,?,?,'',?,0,?,?,?) on conflict do nothing", id, project,
                record.text("outcome"), distance, record.number("reward_value"), context(record.text("error_class")),
                micros(record, "timestamp"), sessionId(record.text("session_id")), record.text("notes"));
        if (stored == 1) {
            record.texts("rules_active").stream().distinct().forEach(rule -> db.update(
                    "insert into reward_rule (reward_id, rule_id) values (?,?)", id, rule));
        }
    }

    private void mistake(LegacyRecord record) {
        String id = free("mistake", record.id());
        String severity = Mistake.SEVERITIES.contains(record.text("severity")) ? record.text("severity") : "";
        db.update("insert into mistake (id, project_id, class, severity, description, session, review_id, made_at)"
                + " values (?,?,?,?,?,?,'',?) on conflict do nothing", id, project, context(record.text("error_class")), severity,
                record.text("description"), sessionId(record.text("session_id")), micros(record, "timestamp"));
        JsonNode prior = record.fields().path("relation_to_prior");
        String relation = prior.path("type").asText(prior.path("relation_type").asText(""));
        String related = prior.path("id").asText("");
        boolean known = Mistake.RELATIONS.contains(relation) && !related.isEmpty();
        db.update("insert into mistake_detail (mistake_id, corrected_by, concepts, relation, related_to, resolution, setting)"
                + " values (?,?,?,?,?,?,?) on conflict do nothing", id, record.text("corrected_by_rule"),
                String.join("\n", record.texts("related_concepts")), known ? relation : "", known ? related : "",
                record.text("resolution_action"), record.text("context"));
    }

    /**
     * A review of which no findings were kept, but perhaps what it credited.
     *
     * @param rules ids of the rules that got credit
     */
    private void review(LegacyRecord record, String what, List<String> rules) {
        String id = MARK + digits(what, record.id());
        String source = record.text("source");
        int stored = db.update("insert into review (id, project_id, sequence, policy, context, session, commit_hash, source,"
                + " action, reviewed_at, iteration) values (?,?,0,'',?,'','',?,'',?,?) on conflict do nothing", id, project,
                ContextKey.GENERAL, MARK + (source.isEmpty() ? what : source), micros(record, "timestamp"),
                (int) record.number("iteration"));
        if (stored == 1 && !rules.isEmpty()) {
            db.update("insert into finding (review_id, ordinal, severity, category, description, location, rule_learned)"
                    + " values (?,0,?,'gauntlet','what a gauntlet of the Python tool gave credit for','','')", id,
                    Finding.NITPICK);
            Rows.batch(db, "insert into citation (review_id, ordinal, rule_id, credited, reasoning) values (?,0,?,1,'')",
                    rules.stream().map(rule -> new Object[] {id, rule}).toList());
        }
    }

    /** How a posterior stood, told as a change from the one before. */
    private void snapshot(LegacyRecord record) {
        String rule = record.text("rule_id");
        double[] before = lastSnapshots.getOrDefault(rule, new double[2]);
        double[] now = {Math.max(0, record.number("alpha") - (seeds.contains(rule) ? Prior.seed(1).alpha() : 1)),
            Math.max(0, record.number("beta") - 1)};
        lastSnapshots.put(rule, now);
        String cause = MARK + (record.text("trigger").isEmpty() ? "snapshot" : record.text("trigger"));
        long at = snapshotAt(record);
        boolean known = !db.queryForList("select 1 from evidence_change where project_id = ? and reward_id = ? and rule_id = ?"
                + " and changed_at = ? and successes = ? and failures = ?", Integer.class, project, cause, rule, at, now[0], now[1])
                .isEmpty();
        if (!known) {
            db.update("insert into evidence_change (id, project_id, reward_id, rule_id, context, successes_before,"
                    + " failures_before, successes, failures, observations, changed_at) values (?,?,?,?,?,?,?,?,?,0,?)",
                    place(at), project, cause, rule, ContextKey.GENERAL, before[0], before[1], now[0], now[1], at);
        }
    }

    /** Below the numbers of all changes that outcomes here have made, in the order of time. */
    private long place(long at) {
        long place = at - NUMBERS;
        while (!db.queryForList("select 1 from evidence_change where id = ?", Integer.class, place).isEmpty()) {
            place--;
        }
        return place;
    }

    /** When a snapshot was taken, in microseconds since 1970; where it does not say, when its file was written last. */
    static long snapshotAt(LegacyRecord record) {
        return micros(record, LegacyTime.isOne(record.text("timestamp")) ? "timestamp" : "seen_at");
    }

    private void edge(LegacyRecord record) {
        String emitted = record.text("emitted_at");
        String id = Sha256.of(String.join("\n", MARK, project, record.id()));
        int stored = db.update("insert into consumed (id, name, type, project_id, emitted_at, consumed_at) values (?,?,?,?,?,?)"
                + " on conflict do nothing", id, MARK + record.kind().table(), record.text("artifact_type"), project, emitted,
                LegacyTime.isOne(record.text("consumed_at")) ? micros(record, "consumed_at") : 0);
        if (stored == 1) {
            JsonNode properties = record.fields().path("properties");
            db.update("insert into edge (consumed_id, ordinal, project_id, source_id, target_id, relation_type, confidence,"
                    + " properties) values (?,0,?,?,?,?,?,?)", id, project, record.text("source_id"), record.text("target_id"),
                    record.text("relation_type"), record.fields().hasNonNull("confidence") ? record.number("confidence") : 1.0,
                    properties.isObject() ? properties.toString() : "{}");
        }
    }

    private String sessionId(@Nullable String told) {
        return told == null || told.isEmpty() || told.startsWith(NO_SESSION) ? "" : free("session", told);
    }

    /** The old id, unless another project has it: ids were told apart within a project only. */
    private String free(String table, String id) {
        List<String> owner = db.queryForList("select project_id from " + table + " where id = ?", String.class, id);
        return owner.isEmpty() || owner.contains(project) ? id : id + "@" + project;
    }

    private String digits(String... parts) {
        return Sha256.of(project + "\n" + String.join("\n", parts)).substring(0, DIGITS);
    }

    /** The key of what the tool took as a context, which had no limit there. */
    static String context(String told) {
        return ContextKey.of(told.length() > ContextKey.LONGEST ? told.substring(0, ContextKey.LONGEST) : told);
    }

    private static long micros(LegacyRecord record, String field) {
        Instant at = LegacyTime.parse(record.text(field));
        return EntryRecorder.micros(at);
    }
}
