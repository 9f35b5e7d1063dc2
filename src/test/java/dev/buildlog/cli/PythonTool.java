package dev.buildlog.cli;

import dev.buildlog.curate.RuleId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** What the Python tool left on a machine, in its formats. */
final class PythonTool {

    private static final String[] VERSION_1 = {
        "create table schema_version (version integer primary key, applied_at text not null)",
        "create table projects (id text primary key, name text not null, path text not null unique, created_at text,"
                + " updated_at text)",
        "create table skill_decisions (project_id text not null references projects(id), skill_id text not null,"
                + " decision text not null check (decision in ('promoted','rejected')), decided_at text, metadata text,"
                + " primary key (project_id, skill_id))",
        "create table review_learnings (project_id text not null, id text not null, rule text not null, category text not null,"
                + " severity text not null, source text not null, first_seen text not null, last_reinforced text not null,"
                + " reinforcement_count integer not null default 1, contradiction_count integer not null default 0,"
                + " functional_principle text, primary key (project_id, id))",
        "create table review_history (rowid integer primary key autoincrement, project_id text not null, timestamp text not null,"
                + " source text, issues_count integer not null default 0, new_learning_ids text, reinforced_learning_ids text)",
        "create table active_sessions (project_id text primary key, data text not null, created_at text)",
        "create table reward_events (project_id text not null, id text not null, timestamp text not null, outcome text not null,"
                + " reward_value real not null, rules_active text, revision_distance real, error_class text, notes text,"
                + " source text, primary key (project_id, id))",
        "create table sessions (project_id text not null, id text not null, started_at text not null, ended_at text,"
                + " entry_file text, rules_at_start integer, rules_at_end integer, selected_rules text, error_class text,"
                + " notes text, primary key (project_id, id))",
        "create table mistakes (project_id text not null, id text not null, session_id text not null, timestamp text not null,"
                + " error_class text not null, description text not null, semantic_hash text not null,"
                + " was_repeat integer not null default 0, corrected_by_rule text, primary key (project_id, id))",
        "create table bandit_arms (project_id text not null, context text not null, rule_id text not null,"
                + " alpha real not null default 1.0, beta real not null default 1.0, is_seed integer default 0, updated_at text,"
                + " primary key (project_id, context, rule_id))"};

    /** What each version from 2 on added. */
    private static final String[][] SINCE = {
        {"alter table mistakes add column related_concepts text", "alter table mistakes add column relation_to_prior text",
            "alter table mistakes add column resolution_action text", "alter table mistakes add column context text",
            "alter table mistakes add column severity text"},
        {"alter table reward_events add column session_id text"},
        {"create table gauntlet_rules (rule_id text primary key, persona text not null, rule text not null,"
                + " category text not null, context text not null default '', antipattern text not null default '',"
                + " rationale text not null default '', tags text not null default '[]', refs text not null default '[]',"
                + " provenance text, version integer not null default 1, active integer not null default 1, created_at text,"
                + " updated_at text, seed_file_hash text, seed_filename text)"},
        {"create table emission_edges (id integer primary key autoincrement, source_id text not null, target_id text not null,"
                + " relation_type text not null, confidence real, artifact_type text, project_id text, emitted_at text,"
                + " consumed_at text not null, properties text)"},
        {"create table gauntlet_credits (project_id text not null, timestamp text not null, iteration integer not null,"
                + " rules text not null, primary key (project_id, timestamp))"},
        {"alter table mistakes add column rules_consulted text",
            "create table posterior_snapshots (id integer primary key autoincrement, project_id text not null,"
                + " timestamp text not null, rule_id text not null, alpha real not null, beta real not null, mean real not null,"
                + " trigger text not null, iteration integer, batch_id text)"}};

    private PythonTool() {}

    /** A rule that was promoted, and which an entry of the journal says. */
    static final String PINNED = "Pin each action of the build to a commit";

    /** A rule that was promoted, of which nothing but the promotion is left. */
    static final String PROMOTED = "Write the migration before the code that needs it";

    /** A database of schema version 1 to 7 with two projects, one of them with {@code id}. */
    static void database(Path file, int version, String id, String path) {
        try {
            Files.createDirectories(file.getParent());
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement db = connection.createStatement()) {
                db.execute("pragma journal_mode = wal");
                all(db, VERSION_1);
                all(db, "insert into schema_version values (1, '2026-01-01T00:00:00.000Z')",
                        "insert into projects values ('" + id + "', 'shop', '" + path + "', '', ''),"
                                + " ('deadbeef0000', 'other', '/nowhere/other', '', '')",
                        "insert into skill_decisions values ('" + id + "', 'wf-1a2b3c4d5e', 'promoted', '2026-02-01T00:00:00Z',"
                                + " null), ('" + id + "', '" + RuleId.of("workflow", PINNED) + "', 'promoted',"
                                + " '2026-02-01T00:00:00Z', null), ('" + id + "', 'wf-0000000000', 'rejected',"
                                + " '2026-02-01T00:00:00Z', null), ('deadbeef0000', 'wf-ffffffffff', 'rejected', '2026-02-01T00:00:00Z', null)",
                        "insert into review_learnings values ('" + id + "', 'secu-0123456789', 'Escape every value in a log line',"
                                + " 'security', 'major', 'review:PR 7', '2026-01-15T10:00:00+00:00',"
                                + " '2026-02-01T10:00:00+00:00', 3, 0, null)",
                        "insert into review_history (project_id, timestamp, source, issues_count, new_learning_ids) values ('" + id
                                + "', '2026-01-15T10:00:00+00:00', 'review:PR 7', 1, '[\"secu-0123456789\"]')",
                        "insert into active_sessions values ('" + id + "', '{\"id\": \"session-20260201-080000-000001\","
                                + " \"started_at\": \"2026-02-01T08:00:00+00:00\"}', '')",
                        "insert into reward_events (project_id, id, timestamp, outcome, reward_value, rules_active,"
                                + " revision_distance, error_class) values ('" + id + "', 'rew-0a1b2c3d4e',"
                                + " '2026-02-01T09:15:00.120000+00:00', 'revision', 0.7, '[\"wf-1a2b3c4d5e\"]', 0.3, 'api-design'),"
                                + " ('deadbeef0000', 'rew-0a1b2c3d4e', '2026-02-02T09:15:00', 'accepted', 1.0, null, null, null)",
                        "insert into sessions (project_id, id, started_at, ended_at, selected_rules) values ('" + id
                                + "', 'session-20260101-080000-000001', '2026-01-01T08:00:00+00:00', '2026-01-01T09:00:00+00:00',"
                                + " '[\"wf-1a2b3c4d5e\"]')",
                        "insert into mistakes (project_id, id, session_id, timestamp, error_class, description, semantic_hash)"
                                + " values ('" + id + "', 'mistake-type_error-1', 'session-20260101-080000-000001',"
                                + " '2026-01-01T08:30:00+00:00', 'type_error', 'The token is ghp_" + "Zq8Lw3Xv7Rt2Yb5Nc9Md4Kf6Hj1Ps0Ga8Ue3" + "', 'abc')",
                        "insert into bandit_arms values ('" + id + "', 'API design', 'secu-0123456789', 4.0, 2.5, 0,"
                                + " '2026-02-01T00:00:00Z'), ('" + id + "', 'general', 'guard:11aa22bb', 5.0, 1.0, 1,"
                                + " '2026-02-01T00:00:00Z')");
                for (int i = 2; i <= version; i++) {
                    all(db, SINCE[i - 2]);
                    all(db, "insert into schema_version values (" + i + ", '2026-02-01T00:00:00.000Z')");
                }
                if (version >= 3) {
                    all(db, "update reward_events set session_id = 'session-20260101-080000-000001' where project_id = '"
                                    + id + "'",
                            "update mistakes set severity = 'high', related_concepts = '[\"tokens\"]', resolution_action ="
                                    + " 'revoke it'");
                }
                if (version == 7) {
                    all(db, "insert into gauntlet_rules (rule_id, persona, rule, category, tags, refs) values ('guard:11aa22bb',"
                                    + " 'guard', 'Bound every queue', 'reliability', '\"[\\\"queue\\\"]\"',"
                                    + " '[{\"url\": \"https://example.org/q\", \"title\": \"Queues\"}]'), ('wf-1a2b3c4d5e',"
                                    + " 'learned', '" + PROMOTED + "', 'workflow', '[]', '[]')",
                            "insert into emission_edges (source_id, target_id, relation_type, project_id, emitted_at, consumed_at)"
                                    + " values ('m1', 'c1', 'involves', '" + id + "', '2026-02-01', '2026-02-01')",
                            "insert into gauntlet_credits values ('" + id + "', '2026-02-01T09:00:00+00:00', 1,"
                                    + " '[\"guard:11aa22bb\"]')",
                            "insert into posterior_snapshots (project_id, timestamp, rule_id, alpha, beta, mean, trigger) values"
                                    + " ('" + id + "', '2026-02-01T09:00:00+00:00', 'guard:11aa22bb', 5, 1, 0.83, 'gauntlet'), ('"
                                    + id + "', '2026-01-31T09:00:00+00:00', 'guard:11aa22bb', 4, 1, 0.8, 'gauntlet')",
                            "insert into mistakes (project_id, id, session_id, timestamp, error_class, description, semantic_hash)"
                                    + " values ('" + id + "', 'mistake-bad-1', 's', 'not a time', 'type_error', 'x', 'abc')");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void all(Statement db, String... statements) throws SQLException {
        for (String statement : statements) {
            db.executeUpdate(statement);
        }
    }

    /** The files of a project that was on files still. */
    static void folder(Path journal) {
        try {
            Path own = Files.createDirectories(journal.resolve(".buildlog"));
            Files.writeString(own.resolve("promoted.json.migrated"), """
                    {"skill_ids": ["wf-aaaaaaaaaa"], "promoted_at": {"wf-aaaaaaaaaa": "2026-01-02T00:00:00+00:00"}}
                    """);
            Files.writeString(own.resolve("rejected.json"), """
                    {"skill_ids": ["wf-bbbbbbbbbb"], "rejected_at": {}}
                    """);
            Files.writeString(own.resolve("review_learnings.json"), """
                    {"learnings": {"wf-cccccccccc": {"rule": "Rebase before the merge, not after it", "category": "workflow",
                      "severity": "minor", "source": "review:x", "first_seen": "2026-01-15T11:00:00+00:00",
                      "last_reinforced": "2026-01-15T11:00:00+00:00", "reinforcement_count": 1, "contradiction_count": 0},
                      "wf-broken": {"category": "workflow"}},
                     "review_history": [{"timestamp": "2026-01-15T11:00:00+00:00", "source": "review:x", "issues_count": 1}]}
                    """);
            Files.writeString(own.resolve("reward_events.jsonl"), """
                    {"id": "rew-folder0001", "timestamp": "2026-01-20T09:00:00", "outcome": "accepted", "reward_value": 1.0, "rules_active": ["wf-cccccccccc"]}
                    {"id": "rew-folder0002", "timestamp": "2026-01-21T09:00:00", "outcome": "accep
                    {"id": "rew-folder0003", "timestamp": "2026-01-21T09:00:00", "outcome": "splendid", "reward_value": 1.0}
                    """);
            Files.writeString(own.resolve("sessions.jsonl"), """
                    {"id": "session-folder-1", "started_at": "2026-01-20T08:00:00+00:00", "ended_at": "2026-01-20T09:00:00+00:00"}
                    """);
            Files.writeString(own.resolve("active_session.json"), "[1, 2]");
            Files.writeString(own.resolve("posterior_snapshots.jsonl"), """
                    {"rule_id": "wf-cccccccccc", "alpha": 2.0, "beta": 1.0, "mean": 0.67, "trigger": "gauntlet_credit"}
                    """);
            Files.writeString(journal.resolve("bandit_state.jsonl"), """
                    {"context": "general", "rule_id": "wf-cccccccccc", "alpha": 2.0, "beta": 1.0, "is_seed": false, "updated_at": "2026-01-20T09:00:00+00:00"}
                    {"context": "general", "rule_id": "wf-cccccccccc", "alpha": 3.0, "beta": 2.0, "is_seed": false, "updated_at": "2026-01-21T09:00:00+00:00"}
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
