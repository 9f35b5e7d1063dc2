package dev.buildlog.ledger;

import dev.buildlog.curate.Similarity;
import dev.buildlog.curate.Tags;
import dev.buildlog.ledger.Registers.Word;
import dev.buildlog.model.Candidate;
import dev.buildlog.model.Confidence;
import dev.buildlog.model.Rule;
import dev.buildlog.model.Standing;
import dev.buildlog.model.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What persons have decided about the place of live rules in the agents' files: a function of the decisions and of what the rules
 * consist of today, computed when asked.
 */
public final class Standings {

    private final Ledger ledger;
    private final Map<String, Similarity> similarities;

    public Standings(Ledger ledger, Map<String, Similarity> similarities) {
        this.ledger = ledger;
        this.similarities = Map.copyOf(similarities);
    }

    /**
     * A live rule and what was decided about it.
     *
     * @param candidate the rule as it is shown, with its standing and terms; not scored
     * @param text how the journal words it now
     * @param why the reason given for its standing; may be empty
     * @param by who decided that; may be empty
     * @param at when; null while nobody has decided
     */
    public record Stand(Candidate candidate, String text, String why, String by, @Nullable Instant at) {

        public Standing standing() {
            return candidate.standing();
        }

        Stand withHearsay(String hearsay) {
            return new Stand(candidate.withHearsay(hearsay), text, why, by, at);
        }

        /** The same with this confidence. */
        public Stand withConfidence(Confidence confidence) {
            return new Stand(candidate.withConfidence(confidence), text, why, by, at);
        }
    }

    /** The live rules of {@code project} without their sources, by id. */
    public List<Candidate> candidates(String project) {
        return ledger.read(db -> of(db, similarities, project, Rules.byLeader(db, project)).values().stream()
                .map(Stand::candidate).toList());
    }

    /** The live rules of {@code project} with their sources and what was decided about each, by id. */
    public List<Stand> all(String project) {
        return ledger.remembered("standings " + project, db -> List.copyOf(of(db, similarities, project,
                Rules.withSources(db, project)).values()));
    }

    /** What was decided about {@code rules}, in their order; keys are the statements that lead them. */
    static Map<Long, Stand> of(JdbcTemplate db, Map<String, Similarity> similarities, String project, Map<Long, Rule> rules) {
        Map<Long, Registers> decided = new HashMap<>();
        Heirs heirs = new Heirs(db, similarities);
        db.query("select m.statement_id, s.leader_id, s.rule_id, d.kind, d.decided_at, d.id, p.id, p.text, d.why, d.targets,"
                + " d.despite_gate, d.decided_by from decision d join pile p on p.decision_id = d.id"
                + " join pile_member m on m.pile_id = p.id join statement s on s.id = m.statement_id where d.project_id = ?"
                + " and d.kind in ('promote', 'pin', 'reject', 'retire', 'unretire', 'restore')", row -> {
            Registers word = Registers.of(new Word(row.getString(4), EntryRecorder.instant(row.getLong(5)), row.getString(6),
                    row.getLong(7), row.getString(8), row.getString(9), words(row.getString(10)), row.getInt(11) == 1,
                    row.getString(12)));
            long leader = row.getLong(2);
            heirs.bequeath(row.getLong(1), leader == 0, row.getString(3), word);
            if (leader != 0) {
                decided.merge(leader, word, Registers::and);
            }
        }, project);
        Set<Long> undecided = new HashSet<>(rules.keySet());
        undecided.removeAll(decided.keySet());
        decided.putAll(heirs.of(undecided));
        decided.keySet().retainAll(rules.keySet());
        Bearers.of(db, rules, decided).forEach(leader -> decided.put(leader, Registers.EMPTY));
        Map<Long, Instant> worded = decided.isEmpty() ? Map.of() : worded(db, project);
        Map<Long, String> hearsay = SecondHand.of(db, project);
        Map<Long, Stand> stands = new LinkedHashMap<>();
        rules.forEach((leader, rule) -> stands.put(leader, stand(rule, decided.getOrDefault(leader, Registers.EMPTY),
                worded.get(leader)).withHearsay(hearsay.getOrDefault(leader, ""))));
        return stands;
    }

    /** @param worded when a person worded it last; null if the words are the journal's */
    private static Stand stand(Rule rule, Registers decided, @Nullable Instant worded) {
        Standing standing = decided.standing();
        Word reason = decided.reason();
        Word authority = decided.authority();
        Candidate candidate = Candidate.unscored(rule).withStanding(standing);
        if (standing.isLetOut() && authority != null) {
            boolean changed = !authority.text().isEmpty() && !authority.text().equals(rule.text())
                    && (worded == null || worded.isBefore(authority.at()));
            Rule shown = changed ? rule.withText(authority.text(), Tags.of(authority.text())) : rule;
            candidate = new Candidate(shown, candidate.confidence(), standing,
                    new Terms(authority.targets(), authority.despiteGate(), changed ? rule.text() : ""));
        }
        return reason == null || standing == Standing.OPEN
                ? new Stand(candidate, rule.text(), "", "", null)
                : new Stand(candidate, rule.text(), reason.why(), reason.by(), reason.at());
    }

    private static Map<Long, Instant> worded(JdbcTemplate db, String project) {
        Map<Long, Instant> worded = new HashMap<>();
        db.query("select s.leader_id, max(d.decided_at) from statement s join pile p on p.id = s.wording_id"
                + " join decision d on d.id = p.decision_id where s.project_id = ? and s.leader_id is not null"
                + " and s.wording_id is not null group by s.leader_id", row -> {
            worded.put(row.getLong(1), EntryRecorder.instant(row.getLong(2)));
        }, project);
        return worded;
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : new ArrayList<>(Arrays.asList(text.split(" ")));
    }
}
