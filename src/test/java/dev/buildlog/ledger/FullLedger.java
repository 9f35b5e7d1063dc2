package dev.buildlog.ledger;

import static dev.buildlog.ledger.TestLedger.MAIN;
import static dev.buildlog.ledger.TestLedger.PROJECT;
import static dev.buildlog.ledger.TestLedger.SIDE;
import static dev.buildlog.ledger.TestLedger.at;
import static dev.buildlog.ledger.TestLedger.decision;
import static dev.buildlog.ledger.TestLedger.entry;

import dev.buildlog.curate.RuleId;
import dev.buildlog.learn.HalfLife;
import dev.buildlog.model.Assessment;
import dev.buildlog.model.Decision;
import dev.buildlog.model.Finding;
import dev.buildlog.model.Holder;
import dev.buildlog.model.Insight;
import dev.buildlog.model.Review;
import dev.buildlog.model.Reward;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** A ledger with something in every table that travels. */
final class FullLedger {

    static final String RETRY = "Retry a failed payment with its idempotency key";
    static final String ZONE = "Store every instant in UTC and convert it for display";
    static final String SUBMITTED = "Rotate the signing keys of webhooks every quarter";

    private FullLedger() {}

    static void fill(TestLedger ledger) {
        ledger.record(entry(MAIN, "2026-01-10-a.md", 1, RETRY, ZONE));
        ledger.record(entry(SIDE, "2026-01-11-b.md", 2, "Retry failed payments with their idempotency key", "Pin what CI runs"));
        ledger.record(entry(PROJECT, Holder.SUBMISSION, "2026-01-12-c.md", 3, "submitted text: " + SUBMITTED,
                List.of(judged(SUBMITTED))));
        ledger.recorder.release(PROJECT, SIDE, at(4));
        ledger.record(entry(SIDE, "2026-01-11-b.md", 5, "Pin what CI runs"));
        ledger.decisions.record(decision(Decision.SET_TEXT, 6, "Pin every action that CI runs",
                RuleId.of("workflow", "Pin what CI runs")));
        String retry = RuleId.of("workflow", RETRY);
        new Reviews(ledger.ledger).record(new Review("rev-1", PROJECT, "pol-1", "payments", "session-1", "abc", "ci",
                List.of(new Finding("major", "money", "The refund is paid twice", "A.java:3", "", List.of(retry, "wf-none"),
                        Map.of(retry, "it retries"))), at(7)), Set.of());
        new Rewards(ledger.ledger).record(new Reward("rew-1", PROJECT, Reward.REVISION, 0.25, "rev-1", null, null, at(8)),
                new HalfLife(40));
        ledger.ledger.write(db -> {
            db.update("insert into selection (id, project_id, sequence, context, seed, k, hold_out, budget, others, selected_at)"
                    + " values ('sel-1', ?, 1, 'general', 7, 3, 0.1, 0, '', 9)", PROJECT);
            db.update("insert into selection_candidate (selection_id, rule_id, rank, alpha, beta, cost, propensity, fate) values"
                    + " ('sel-1', ?, 1, 1.75, 1.25, 12, 0.5, 'CHOSEN')", retry);
            db.update("insert into policy (id, selection_id, project_id, content, published_at) values ('pol-1', 'sel-1', ?, '[]',"
                    + " 9)", PROJECT);
            db.update("insert into exposure (selection_id, target, root, rule_id, policy, path, text, shown_at) values ('sel-1',"
                    + " 'agents_md', '/repo', ?, 'pol-1', 'AGENTS.md', 'Retry', 9)", retry);
            db.update("insert into eligibility (statement_id, since) select min(id), 9 from statement");
            gauntlet(db, retry);
            db.update("insert into session (id, project_id, agent, worktree, context, notes, commit_hash, rules, started_at)"
                    + " values ('session-1', ?, '', '', 'general', '', '', 2, 3)", PROJECT);
            db.update("insert into session_end (id, session_id, entry, notes, commit_hash, lines, rules, ended_at) values"
                    + " ('end-1', 'session-1', '', '', '', 5, 2, 4)");
            db.update("insert into mistake_detail (mistake_id, corrected_by, concepts, relation, related_to, resolution, setting)"
                    + " select min(id), '', 'money', '', '', '', '' from mistake");
            db.update("insert into consumed (id, name, type, project_id, emitted_at, consumed_at) values ('c1', 'a.json',"
                    + " 'reward_signal', ?, '', 5)", PROJECT);
            db.update("insert into edge (consumed_id, ordinal, project_id, source_id, target_id, relation_type, confidence,"
                    + " properties) values ('c1', 0, ?, 'a', 'b', 'supports', 0.5, '{}')", PROJECT);
            db.update("insert into seed (id, scope, persona, sequence, source, name, text, ingested_at) values ('seed-1', '',"
                    + " 'bragi', 1, 'graph', 'a.yaml', 'x', 5)");
            db.update("insert into halving (seed_id, rule_id, scope, after_reward) values ('seed-1', 'bragi:x', '', 1)");
            db.update("insert into seed (id, scope, persona, sequence, source, name, text, ingested_at) values ('seed-2', ?,"
                    + " 'bragi', 2, '', 'b.yaml', 'y', 6)", PROJECT);
            db.update("insert into halving (seed_id, rule_id, scope, after_reward) values ('seed-2', 'bragi:y', ?, 1)", PROJECT);
            db.update("insert into git_commit (project_id, hash, branch, entry_path, message, committed_at) values"
                    + " (?, 'abc', 'main', '', 'Mend it', 5)", PROJECT);
            db.update("insert into git_commit_file (project_id, hash, path, added, removed) values (?, 'abc', 'A.java', 1, 2)",
                    PROJECT);
            db.update("insert into project_alias (alias, project_id) values ('aaaaaaaaaaaa', ?)", PROJECT);
            RuleAliases.add(db, PROJECT, "persona:11aa22bb", retry);
            db.update("insert into imported (id, project_id, kind, old_id, json, source) values ('i1', ?, 'session',"
                    + " 'session-1', '{\"id\":\"session-1\"}', 'sessions.jsonl:1')", PROJECT);
            db.update("insert into imported_arm (project_id, origin, rule_id, context, successes, failures) values (?, 'py', ?,"
                    + " 'general', 2.5, 0.5)", PROJECT, retry);
            return db.update("insert into forgotten (id, kind, salt, length, sum, hash, forgotten_at) values ('f1', 'text', 's',"
                    + " 5, 6, 'h', '2026-01-01T00:00:00Z')");
        });
    }

    /** As {@link #fill}, with something in the tables of work in hand, too. */
    static void fillAll(TestLedger ledger) {
        fill(ledger);
        new DeadLetters(ledger.ledger, TestLedger.CLOCK).add("entry", PROJECT, "a.md", "{\"text\":\"half\"}", "it broke",
                "learn");
        new IdempotencyKeys(ledger.ledger, TestLedger.CLOCK).remember(PROJECT, "key", new IdempotencyKeys.Answer("h", "{}"));
        new AccessTokens(ledger.ledger, TestLedger.CLOCK).create(PROJECT, "build machine", null);
        new Trust(ledger.ledger, TestLedger.CLOCK).grant("/repo", "hash");
        ledger.ledger.write(db -> {
            db.update("insert into model_answer (key, project_id, task, model, prompt, answer, answered_at) values ('k', ?,"
                    + " 'extract', 'm', 'p', '{}', '2026-01-01T00:00:00Z')", PROJECT);
            db.update("insert into model_usage (day, project_id, task, model, asked, remembered, input, output, cached, written,"
                    + " nanos) values ('2026-01-01', ?, 'extract', 'm', 1, 0, 1, 1, 0, 0, 1)", PROJECT);
            return db.update("insert into checkout (root, project_id, mark) values ('/repo', ?, 'mark')", PROJECT);
        });
    }

    private static void gauntlet(JdbcTemplate db, String rule) {
        db.update("insert into gauntlet_run (id, project_id, sequence, target, tree, policy, context, session, select_k, seed,"
                + " max_iterations, stop_at, started_at) values ('run-1', ?, 1, 'src', '', '', 'general', '', 10, 7, 10, 'minors', 5)",
                PROJECT);
        db.update("insert into gauntlet_candidate (run_id, rule_id, persona, rank, alpha, beta, propensity, fate) values"
                + " ('run-1', ?, 'learned', 1, 1, 1, 1, 'CHOSEN')", rule);
        db.update("insert into gauntlet_issued (run_id, ordinal, rule_id, persona, category, rule, context, antipattern, rationale)"
                + " values ('run-1', 0, ?, 'learned', 'workflow', 'Retry', '', '', '')", rule);
        db.update("insert into gauntlet_risk (id, project_id, run_id, who, why, until_day, accepted_at) values ('risk-1', ?, 'run-1',"
                + " 'Ann', 'known', '2026-12-31', 6)", PROJECT);
        db.update("insert into gauntlet_risk_finding (risk_id, fingerprint, severity, category, description, location) values"
                + " ('risk-1', '0f1e2d3c4b5a6978', 'minor', 'style', 'Long', 'A.java:1')");
        db.update("insert into gauntlet_risk_issue (risk_id, url, recorded_at) values ('risk-1', 'https://example.org/1', 7)");
    }

    private static Insight judged(String text) {
        Insight plain = TestLedger.insight("security", text, 1);
        return new Insight(plain.text(), plain.category(), plain.line(), plain.section(), plain.quote(), plain.extractor(),
                plain.fingerprint(), new Assessment("major", "module", List.of("webhooks")), "Rotate webhook keys quarterly", "log");
    }
}
