package dev.buildlog.ledger;

import dev.buildlog.model.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which rules could once go out without a person: the first time counts as a decision. */
public final class Eligibility {

    private final Ledger ledger;

    public Eligibility(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Notes rules that may go out without a person now.
     *
     * @param rules live rules of {@code project}
     * @return whether one of them never could before, under none of its wordings
     */
    public boolean note(String project, Collection<Rule> rules, Instant at) {
        if (rules.isEmpty() || ledger.read(db -> fresh(db, project, rules)).isEmpty()) {
            return false;
        }
        return ledger.write(db -> {
            List<Object[]> rows = new ArrayList<>();
            fresh(db, project, rules).forEach(leader -> rows.add(new Object[] {leader, EntryRecorder.micros(at)}));
            Rows.batch(db, "insert into eligibility (statement_id, since) values (?,?) on conflict do nothing", rows);
            return !rows.isEmpty();
        });
    }

    /** Leaders of those rules of which no statement is noted. */
    private static List<Long> fresh(JdbcTemplate db, String project, Collection<Rule> rules) {
        Set<String> asked = rules.stream().map(rule -> rule.id() + " " + rule.category()).collect(Collectors.toSet());
        Set<Long> noted = Set.copyOf(db.queryForList("select distinct s.leader_id from eligibility e join statement s"
                + " on s.id = e.statement_id where s.project_id = ? and s.leader_id is not null", Long.class, project));
        return Rules.byLeader(db, project).entrySet().stream()
                .filter(rule -> asked.contains(rule.getValue().id() + " " + rule.getValue().category()))
                .map(Map.Entry::getKey)
                .filter(leader -> !noted.contains(leader))
                .toList();
    }
}
