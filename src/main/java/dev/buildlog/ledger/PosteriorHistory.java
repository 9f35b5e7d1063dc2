package dev.buildlog.ledger;

import dev.buildlog.learn.Beta;
import dev.buildlog.learn.Priors;
import dev.buildlog.model.RefusedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** How what is known of the rules moved, newest first. */
public final class PosteriorHistory {

    /** As many changes as one page has at most. */
    public static final int LONGEST = 500;

    private final Ledger ledger;

    public PosteriorHistory(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Which changes are asked for.
     *
     * @param rules any ids that these rules ever had; none for all rules
     * @param persona before the colon of the ids of its rules; empty for all
     * @param since only changes at or after this; null for all
     * @param until only changes before this; null for all
     * @param before number of a change: only older ones; null to begin with the newest
     * @param limit how many at most, 1 to {@link #LONGEST}
     */
    public record Query(Collection<String> rules, String persona, @Nullable Instant since, @Nullable Instant until,
            @Nullable Long before, int limit) {

        /** @throws RefusedException if the limit is out of range */
        public Query {
            if (limit < 1 || limit > LONGEST) {
                throw new RefusedException("a page has 1 to " + LONGEST + " changes, not " + limit);
            }
        }
    }

    /**
     * One change, by one outcome.
     *
     * @param id number of the change; later ones have higher numbers
     * @param reward id of the reward
     * @param before what was believed, as far as the outcomes in this context tell
     * @param after what has been believed from then on
     * @param observations number of rewarded reviews in this context by then
     */
    public record Change(long id, Instant at, String reward, String rule, String context, Beta before, Beta after,
            int observations) {

        /** As it is told to programs. */
        public Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("change", id);
            fields.put("timestamp", at.toString());
            fields.put("rule", rule);
            fields.put("context", context);
            fields.put("alpha", after.alpha());
            fields.put("beta", after.beta());
            fields.put("mean", after.mean());
            fields.put("alpha_before", before.alpha());
            fields.put("beta_before", before.beta());
            fields.put("observations", observations);
            fields.put("reward", reward);
            return fields;
        }
    }

    /**
     * @param changes newest first
     * @param next what {@link Query#before} takes for the page after this one; null if this is the last
     */
    public record Page(List<Change> changes, @Nullable Long next) {}

    /** @param priors belief about a rule before any outcome */
    public Page page(String project, Query query, Priors priors) {
        return ledger.read(db -> {
            List<Object> arguments = new ArrayList<>(List.of(project));
            StringBuilder where = new StringBuilder("project_id = ?");
            and(where, arguments, "id < ?", query.before);
            and(where, arguments, "changed_at >= ?", query.since == null ? null : EntryRecorder.micros(query.since));
            and(where, arguments, "changed_at < ?", query.until == null ? null : EntryRecorder.micros(query.until));
            if (!query.persona.isEmpty()) {
                // a colon is followed by a semicolon, so this is every id that begins with the persona and a colon
                and(where, arguments, "rule_id >= ?", query.persona + ":");
                and(where, arguments, "rule_id < ?", query.persona + ";");
            }
            if (!query.rules.isEmpty()) {
                Set<String> ids = everyId(db, project, query.rules);
                where.append(" and rule_id in (").append("?,".repeat(ids.size() - 1)).append("?)");
                arguments.addAll(ids);
            }
            arguments.add(query.limit + 1);
            List<Change> found = db.query("select id, changed_at, reward_id, rule_id, context, successes_before, failures_before,"
                    + " successes, failures, observations from evidence_change where " + where + " order by id desc limit ?",
                    (row, n) -> {
                        Beta prior = priors.of(row.getString(4));
                        return new Change(row.getLong(1), EntryRecorder.instant(row.getLong(2)), row.getString(3),
                                row.getString(4), row.getString(5), prior.plus(row.getDouble(6), row.getDouble(7)),
                                prior.plus(row.getDouble(8), row.getDouble(9)), row.getInt(10));
                    }, arguments.toArray());
            boolean more = found.size() > query.limit;
            List<Change> changes = more ? found.subList(0, query.limit) : found;
            return new Page(List.copyOf(changes), more ? changes.get(changes.size() - 1).id : null);
        });
    }

    private static void and(StringBuilder where, List<Object> arguments, String condition, @Nullable Object argument) {
        if (argument != null) {
            where.append(" and ").append(condition);
            arguments.add(argument);
        }
    }

    /** The given ids, and all that the same rules go by or went by. */
    private static Set<String> everyId(JdbcTemplate db, String project, Collection<String> given) {
        Set<String> ids = new LinkedHashSet<>(given);
        given.forEach(id -> ids.add(RuleAliases.resolve(db, project, id)));
        Set<Long> leaders = new TreeSet<>();
        Rows.each(db, "select leader_id from statement where rule_id in (?) and project_id = ? and leader_id is not null",
                List.copyOf(ids),
                row -> leaders.add(row.getLong(1)), project);
        Rows.each(db, "select rule_id from statement where leader_id in (?)", leaders, row -> ids.add(row.getString(1)));
        Rows.each(db, "select alias from rule_alias where rule_id in (?) and project_id = ?", List.copyOf(ids),
                row -> ids.add(row.getString(1)), project);
        return ids;
    }
}
