package dev.buildlog.ledger;

import dev.buildlog.curate.Similarity;
import dev.buildlog.emission.LearnedRules;
import dev.buildlog.model.Rule;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction has to fold before it commits. Of entries that are recorded together the rules are decided once, and
 * announced together: the order of facts makes no difference to a fold, so neither does folding several at once.
 */
final class Folding implements TransactionSynchronization {

    private final JdbcTemplate db;
    private final Map<String, Similarity> similarities;
    private final Clock clock;
    private final String version;
    private final List<Share> shares = new ArrayList<>();

    /** @param version version of buildlog, named in emissions */
    Folding(JdbcTemplate db, Map<String, Similarity> similarities, Clock clock, String version) {
        this.db = db;
        this.similarities = similarities;
        this.clock = clock;
        this.version = version;
    }

    /** What one entry changed. */
    static final class Share {

        private final String project;
        private final Set<Long> statements;
        private final List<Rule> fresh = new ArrayList<>();

        private Share(String project, Set<Long> statements) {
            this.project = project;
            this.statements = statements;
        }

        /** Complete once the transaction is committed. */
        Recorded recorded() {
            return new Recorded(!statements.isEmpty(), List.copyOf(fresh));
        }
    }

    /** The folding of the present transaction: this one, unless another one of the same backends was there before. */
    Folding join() {
        Object known = TransactionSynchronizationManager.getResource(similarities);
        if (known instanceof Folding folding) {
            return folding;
        }
        TransactionSynchronizationManager.bindResource(similarities, this);
        TransactionSynchronizationManager.registerSynchronization(this);
        return this;
    }

    /** Has what {@code statements} contribute folded before the commit. */
    Share add(String project, Set<Long> statements) {
        Share share = new Share(project, statements);
        shares.add(share);
        return share;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        Map<String, Set<Long>> byProject = new TreeMap<>();
        shares.forEach(share -> byProject.computeIfAbsent(share.project, id -> new HashSet<>()).addAll(share.statements));
        byProject.forEach((project, statements) -> announce(project, new RuleFold(db, similarities).fold(statements)));
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResource(similarities);
    }

    private void announce(String project, Map<Long, Rule> rules) {
        if (rules.isEmpty()) {
            return;
        }
        List<Share> tellers = shares.stream().filter(share -> share.project.equals(project)).toList();
        rules.forEach((leader, rule) -> tellers.stream()
                .filter(share -> share.statements.contains(leader))
                .findFirst()
                .orElse(tellers.get(0))
                .fresh.add(rule));
        Rows.update(db, "update statement set announced = 1 where id in (?)", rules.keySet());
        Outbox.leave(db, LearnedRules.emission(project, List.copyOf(rules.values()), clock.instant(), version));
    }
}
