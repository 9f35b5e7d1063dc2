package dev.buildlog.ledger;

import dev.buildlog.learn.Arm;
import dev.buildlog.learn.Beta;
import dev.buildlog.learn.ContextKey;
import dev.buildlog.learn.Learned;
import dev.buildlog.learn.RunDraw;
import dev.buildlog.learn.Priors;
import dev.buildlog.model.GauntletRun;
import dev.buildlog.model.IssuedRule;
import dev.buildlog.model.IssuedRun;
import dev.buildlog.model.PersonaRule;
import dev.buildlog.model.RefusedException;
import dev.buildlog.review.StopLevel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Records runs: one transaction that draws the rules once, from what is believed of them then, and keeps all of it. */
public final class GauntletRuns {

    private final Ledger ledger;

    public GauntletRuns(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Begins {@code run}. One that was begun before is not drawn again: it gets what it got then.
     *
     * @param candidates the rules that may be drawn; their personas are the personas of the run
     * @param priors of every candidate
     * @param seed of the random numbers, should it be drawn
     * @throws RefusedException if it cannot be meant: an unknown project or stop level, a count that is none, no rule at all
     */
    public IssuedRun begin(GauntletRun run, Collection<PersonaRule> candidates, Priors priors, long seed) {
        StopLevel stopAt = StopLevel.of(run.stopAt());
        String context = ContextKey.of(run.context());
        requireCounts(run);
        return ledger.write(db -> {
            IssuedRun known = find(db, run.id());
            if (known == null) {
                Reviews.requireProject(db, run.project());
                if (candidates.isEmpty()) {
                    throw new RefusedException("there is no rule to review by: 'buildlog gauntlet list' shows the personas");
                }
                store(db, run, stopAt, context, seed, candidates, priors);
                return Objects.requireNonNull(find(db, run.id()));
            }
            if (!known.project().equals(run.project())) {
                throw new RefusedException("the run " + run.id() + " belongs to another project: choose another id");
            }
            Said.require(db, "gauntlet_run", run.id(), Said.in(run));
            return known;
        });
    }

    /** The run with this id, if the project has it. */
    public Optional<IssuedRun> find(String project, String id) {
        return Optional.ofNullable(ledger.read(db -> find(db, id))).filter(run -> run.project().equals(project));
    }

    private static void requireCounts(GauntletRun run) {
        if (run.selectK() < 0 || run.maxIterations() < 1 || run.target().isBlank()) {
            throw new RefusedException(run.target().isBlank() ? "a run needs a target: say what is to be reviewed"
                    : run.selectK() < 0 ? "the number of rules of each persona is " + run.selectK() + "; name 0 for all or more"
                    : "the most reviews of a run are " + run.maxIterations() + "; allow at least one");
        }
    }

    private static void store(JdbcTemplate db, GauntletRun run, StopLevel stopAt, String context, long seed,
            Collection<PersonaRule> candidates, Priors priors) {
        db.update("insert into gauntlet_run (id, project_id, sequence, target, tree, policy, context, session, select_k, seed,"
                + " max_iterations, stop_at, started_at, said) select ?,?, coalesce(max(sequence), 0) + 1, ?,?,?,?,?,?,?,?,?,?,?"
                + " from gauntlet_run", run.id(), run.project(), run.target(), run.tree(), run.policy(), context, run.session(),
                run.selectK(), seed, run.maxIterations(), stopAt.key(), EntryRecorder.micros(run.at()),
                Said.in(run));
        Learned learned = Posteriors.learned(db, run.project());
        SortedMap<String, Map<String, Beta>> beliefs = new TreeMap<>();
        Map<String, PersonaRule> byId = new HashMap<>();
        for (PersonaRule rule : candidates) {
            byId.put(rule.id(), rule);
            beliefs.computeIfAbsent(rule.persona(), persona -> new TreeMap<>()).put(rule.id(),
                    learned.posterior(new Arm(rule.id(), context), priors.of(rule.id())));
        }
        List<Object[]> all = new ArrayList<>();
        List<Object[]> issued = new ArrayList<>();
        for (RunDraw.Drawn drawn : RunDraw.from(beliefs, run.selectK(), seed)) {
            var one = drawn.considered();
            all.add(new Object[] {run.id(), one.rule(), drawn.persona(), one.rank(), one.belief().alpha(), one.belief().beta(),
                one.propensity(), one.fate().name()});
            if (one.isShown()) {
                IssuedRule rule = IssuedRule.of(Objects.requireNonNull(byId.get(one.rule())));
                issued.add(new Object[] {run.id(), issued.size(), rule.id(), rule.persona(), rule.category(), rule.rule(),
                    rule.context(), rule.antipattern(), rule.rationale()});
            }
        }
        Rows.batch(db, "insert into gauntlet_candidate (run_id, rule_id, persona, rank, alpha, beta, propensity, fate)"
                + " values (?,?,?,?,?,?,?,?)", all);
        Rows.batch(db, "insert into gauntlet_issued (run_id, ordinal, rule_id, persona, category, rule, context, antipattern,"
                + " rationale) values (?,?,?,?,?,?,?,?,?)", issued);
    }

    private static @Nullable IssuedRun find(JdbcTemplate db, String id) {
        List<IssuedRule> rules = db.query("select rule_id, persona, category, rule, context, antipattern, rationale"
                + " from gauntlet_issued where run_id = ? order by ordinal", (row, n) -> new IssuedRule(row.getString(1),
                row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6), row.getString(7)), id);
        return db.query("select project_id, target, tree, stop_at, max_iterations, (select count(*) from review v"
                + " where v.run_id = r.id), context from gauntlet_run r where id = ?", (row, n) -> new IssuedRun(
                row.getString(1), id, row.getString(2), row.getString(3), row.getString(4), row.getInt(5), row.getInt(6),
                row.getString(7), rules), id).stream().findFirst().orElse(null);
    }
}
