package dev.buildlog.ledger;

import dev.buildlog.curate.Forgotten;
import dev.buildlog.emission.GauntletReview;
import dev.buildlog.emission.MistakeFacts;
import dev.buildlog.emission.MistakeManifest;
import dev.buildlog.learn.ContextKey;
import dev.buildlog.model.Finding;
import dev.buildlog.model.RefusedException;
import dev.buildlog.model.Review;
import dev.buildlog.model.ReviewReceipt;
import dev.buildlog.model.Sha256;
import dev.buildlog.review.FindingFingerprint;
import dev.buildlog.review.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Records what reviewers found: one transaction that checks what they cite, keeps a credit for each rule, and a mistake for each
 * grave finding and each id that no rule has, once in a run. No posterior moves before there is an outcome.
 */
public final class Reviews {

    /** Class of the mistake of citing an id that no rule has. */
    static final String HALLUCINATION = "citation_hallucination";

    private static final int READABLE = 60;

    private final Ledger ledger;

    public Reviews(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Records {@code review}. One that was recorded before changes nothing, and gets the same receipt.
     *
     * @param personas ids of the personas' rules, which may be cited beside those of the project where the review belongs to no
     *     run; within a run only the rules may be cited that were issued for it
     * @throws RefusedException if it cannot be meant: an unknown project, run or severity, a run without iterations left,
     *     or an id under which something else was said
     */
    public ReviewReceipt record(Review review, Set<String> personas) {
        List<Finding> findings = normal(review.findings());
        return ledger.write(db -> {
            ReviewReceipt known = receipt(db, review.id());
            if (known == null) {
                requireProject(db, review.project());
                Iteration iteration = Iteration.next(db, review);
                List<Finding> today = today(db, review.project(), findings);
                store(db, iteration.complete(Erasure.of(Tombstones.of(db), review)), Said.in(review), iteration, today,
                        iteration.issued(db)
                        .orElseGet(() -> rules(db, review.project(), today, personas)));
                return Objects.requireNonNull(receipt(db, review.id()));
            }
            if (!known.project().equals(review.project())) {
                throw new RefusedException("the review " + review.id() + " belongs to another project: choose another id");
            }
            Said.require(db, "review", review.id(), Said.in(review));
            return known;
        });
    }

    private static List<Finding> normal(List<Finding> findings) {
        List<Finding> normal = new ArrayList<>();
        for (Finding finding : findings) {
            try {
                normal.add(finding.withSeverity(Severity.of(finding.severity())));
            } catch (RefusedException e) {
                throw new RefusedException("finding " + (normal.size() + 1) + " ('" + shortened(finding.description()) + "'): "
                        + e.getMessage());
            }
        }
        return normal;
    }

    private static String shortened(String text) {
        return text.length() <= READABLE ? text : text.substring(0, READABLE) + "...";
    }

    /** Id of the latest review of {@code commit}; empty if there is none. */
    public String latestOf(String project, String commit) {
        return ledger.read(db -> db.queryForList("select id from review where project_id = ? and commit_hash = ?"
                + " order by sequence desc limit 1", String.class, project, commit)).stream().findFirst().orElse("");
    }

    /** The findings without what was forgotten, and with the ids that the cited rules have in this ledger. */
    private static List<Finding> today(JdbcTemplate db, String project, List<Finding> findings) {
        Forgotten forgotten = Tombstones.of(db);
        return findings.stream().map(forgotten::erase)
                .map(finding -> finding.withRules(id -> RuleAliases.resolve(db, project, id))).toList();
    }

    static void requireProject(JdbcTemplate db, String project) {
        if (db.queryForList("select 1 from project where id = ?", Integer.class, project).isEmpty()) {
            throw new RefusedException("this home has no project '" + project + "'");
        }
    }

    /**
     * Stores a review.
     *
     * @param said hash of what was said, before the run completed it
     * @param rules what may be cited
     */
    private static void store(JdbcTemplate db, Review review, String said, Iteration iteration, List<Finding> findings,
            Set<String> rules) {
        long at = EntryRecorder.micros(review.at());
        db.update("insert into review (id, project_id, sequence, policy, context, session, commit_hash, source, action,"
                + " selection_id, reviewed_at, run_id, iteration,"
                + " tree, said, origin) select ?,?, coalesce(max(sequence), 0) + 1, ?,?,?,?,?,?,?,?,?,?,?,?,?"
                + " from review", review.id(), review.project(), review.policy(), ContextKey.of(review.context()),
                review.session(), review.commit(), review.source(),
                iteration.action(findings.stream().map(Finding::severity).toList()), selection(db, review),
                at, review.run(), iteration.number(), review.tree(), said, review.origin());
        List<Object[]> found = new ArrayList<>();
        List<Object[]> citations = new ArrayList<>();
        List<Object[]> mistakes = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            String fingerprint = FindingFingerprint.of(finding);
            found.add(new Object[] {review.id(), i, finding.severity(), finding.category(), finding.description(),
                finding.location(), finding.ruleLearned(), fingerprint});
            for (String cited : new LinkedHashSet<>(finding.rulesConsulted())) {
                boolean credited = rules.contains(cited);
                citations.add(new Object[] {review.id(), i, cited, credited ? 1 : 0,
                    finding.ruleReasoning().getOrDefault(cited, "")});
                if (!credited) {
                    mistakes.add(mistake(review, HALLUCINATION, "low", "cites what no rule is: " + cited, cited, at));
                }
            }
            if (finding.severity().equals(Finding.CRITICAL) || finding.severity().equals(Finding.MAJOR)) {
                mistakes.add(mistake(review, "gauntlet_" + ContextKey.of(finding.category()),
                        finding.severity().equals(Finding.CRITICAL) ? "critical" : "high",
                        (finding.location().isEmpty() ? "" : "[" + finding.location() + "] ") + finding.description(),
                        fingerprint, at));
            }
        }
        Rows.batch(db, "insert into finding (review_id, ordinal, severity, category, description, location, rule_learned,"
                + " fingerprint) values (?,?,?,?,?,?,?,?)", found);
        Rows.batch(db, "insert into citation (review_id, ordinal, rule_id, credited, reasoning) values (?,?,?,?,?)", citations);
        Rows.batch(db, "insert into mistake (id, project_id, class, severity, description, session, review_id, made_at)"
                + " values (?,?,?,?,?,?,?,?) on conflict do nothing", mistakes);
        announce(db, review.withFindings(findings), Math.max(1, iteration.number()));
    }

    /** Leaves word of the review, and of each mistake it told of, for downstream systems. */
    private static void announce(JdbcTemplate db, Review review, int iteration) {
        ReviewReceipt receipt = Objects.requireNonNull(receipt(db, review.id()));
        Outbox.leave(db, new GauntletReview(review, iteration, receipt.action(), receipt.credited()).emission());
        List<String> rules = review.policy().isEmpty()
                ? InForce.at(db, review.project(), EntryRecorder.micros(review.at()))
                : InForce.of(db, review.project(), review.policy());
        db.query("select id, class, severity, description from mistake where review_id = ? order by id", (row, n) ->
                MistakeFacts.of(review.project(), row.getString(1), row.getString(2), row.getString(4), review.session(),
                        row.getString(3), rules, review.at()), review.id())
                .forEach(mistake -> Outbox.leave(db, MistakeManifest.emission(mistake)));
    }

    /** Id of the last selection that led to the policy which the review names, or of the last one of all; empty for none. */
    private static String selection(JdbcTemplate db, Review review) {
        return db.queryForList("select s.id from selection s left join policy p on p.selection_id = s.id and p.id = ?"
                + " where s.project_id = ? order by p.id is null, s.sequence desc, s.id desc limit 1", String.class,
                review.policy(), review.project()).stream().findFirst().orElse("");
    }

    /** @param what tells apart mistakes of one kind; the same in a later iteration of a run is the same mistake */
    private static Object[] mistake(Review review, String kind, String severity, String description, String what, long at) {
        String scope = review.run().isEmpty() ? review.id() : review.run();
        String id = "mis-" + Sha256.of(String.join("\n", review.project(), scope, kind, what)).substring(0, 16);
        return new Object[] {id, review.project(), kind, severity, description, review.session(), review.id(), at};
    }

    /** Which of the cited ids are those of rules: a persona's, or any that a live rule of the project ever had. */
    private static Set<String> rules(JdbcTemplate db, String project, List<Finding> findings, Set<String> personas) {
        Set<String> cited = new TreeSet<>();
        findings.forEach(finding -> cited.addAll(finding.rulesConsulted()));
        Set<String> rules = new TreeSet<>(cited);
        rules.retainAll(personas);
        Rows.each(db, "select rule_id from statement where rule_id in (?) and project_id = ? and leader_id is not null", cited,
                row -> rules.add(row.getString(1)), project);
        return rules;
    }

    private static @Nullable ReviewReceipt receipt(JdbcTemplate db, String id) {
        Set<String> credited = new TreeSet<>();
        Set<String> hallucinated = new TreeSet<>();
        db.query("select rule_id, credited from citation where review_id = ?", row -> {
            (row.getInt(2) == 1 ? credited : hallucinated).add(row.getString(1));
        }, id);
        return db.query("select v.project_id, v.action, v.run_id, v.iteration, r.max_iterations from review v"
                + " left join gauntlet_run r on r.id = v.run_id where v.id = ?", (row, n) -> new ReviewReceipt(row.getString(1),
                id, row.getString(2), List.copyOf(credited), List.copyOf(hallucinated), row.getString(3), row.getInt(4),
                Math.max(0, row.getInt(5) - row.getInt(4))), id).stream().findFirst().orElse(null);
    }
}
