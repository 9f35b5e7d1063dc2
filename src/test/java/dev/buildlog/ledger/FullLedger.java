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
            db.update("insert into selection (id, project_id, context, seed, k, hold_out, selected_at) values"
                    + " ('sel-1', ?, 'general', 7, 3, 0.1, 9)", PROJECT);
            db.update("insert into selection_candidate (selection_id, rule_id, rank, alpha, beta, propensity, fate) values"
                    + " ('sel-1', ?, 1, 1.75, 1.25, 0.5, 'CHOSEN')", retry);
            db.update("insert into git_commit (project_id, hash, branch, entry_path, message, committed_at) values"
                    + " (?, 'abc', 'main', '', 'Mend it', 5)", PROJECT);
            db.update("insert into git_commit_file (project_id, hash, path, added, removed) values (?, 'abc', 'A.java', 1, 2)",
                    PROJECT);
            db.update("insert into project_alias (alias, project_id) values ('aaaaaaaaaaaa', ?)", PROJECT);
            RuleAliases.add(db, PROJECT, "persona:11aa22bb", retry);
            db.update("insert into imported (id, project_id, kind, old_id, json, source) values ('i1', ?, 'session',"
                    + " 'session-1', '{\"id\":\"session-1\"}', 'sessions.jsonl:1')", PROJECT);
            db.update("insert into imported_arm (project_id, rule_id, context, successes, failures) values (?, ?, 'general',"
                    + " 2.5, 0.5)", PROJECT, retry);
            return db.update("insert into forgotten (id, kind, salt, length, sum, hash, forgotten_at) values ('f1', 'text', 's',"
                    + " 5, 6, 'h', '2026-01-01T00:00:00Z')");
        });
    }

    private static Insight judged(String text) {
        Insight plain = TestLedger.insight("security", text, 1);
        return new Insight(plain.text(), plain.category(), plain.line(), plain.section(), plain.quote(), plain.extractor(),
                plain.fingerprint(), new Assessment("major", "module", List.of("webhooks")), "Rotate webhook keys quarterly");
    }
}
