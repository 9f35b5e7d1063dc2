package dev.buildlog.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.buildlog.emission.PolicyPublished;
import dev.buildlog.learn.Beta;
import dev.buildlog.learn.Contender;
import dev.buildlog.learn.ContextKey;
import dev.buildlog.learn.Draw;
import dev.buildlog.learn.Priors;
import dev.buildlog.learn.Selection;
import dev.buildlog.learn.Selection.Considered;
import dev.buildlog.learn.Selection.Fate;
import dev.buildlog.model.Candidate;
import dev.buildlog.model.Candidates;
import dev.buildlog.model.Policy;
import dev.buildlog.model.Sha256;
import dev.buildlog.model.Standing;
import dev.buildlog.model.Stopped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Decides which rules are in force for a project: those of its last selection, with today's texts, or those of a new one. A draw
 * reads what is believed in the same transaction that stores it, so that nobody draws from what another process knows better.
 */
public final class Policies {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ID_DIGITS = 12;

    private final Ledger ledger;
    private final Priors priors;

    public Policies(Ledger ledger, Priors priors) {
        this.ledger = ledger;
        this.priors = priors;
    }

    /**
     * A policy as it was published last.
     *
     * @param selection id of the selection behind it
     * @param content JSON: a list of objects with id, category, level and text
     */
    public record Published(String id, String selection, String content, Instant at) {

        /** Its rules as {@link Candidate#told} tells of them. */
        public List<Map<String, String>> rules() {
            try {
                return JSON.readValue(content, new TypeReference<>() {});
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("the policy " + id + " is not as it was written", e);
            }
        }
    }

    /** The policy in force of {@code project}; empty while none was published. */
    public Optional<Published> inForce(String project) {
        return ledger.read(db -> db.query("select p.id, p.selection_id, p.content, p.published_at from policy p join selection s"
                + " on s.id = p.selection_id where p.project_id = ? order by s.sequence desc, p.published_at desc, p.id limit 1",
                (row, n) -> new Published(row.getString(1), row.getString(2), row.getString(3),
                        EntryRecorder.instant(row.getLong(4))), project)).stream().findFirst();
    }

    /**
     * The policy of a publication. Rules are drawn where the request says so, where the project has no selection yet, and where a
     * candidate took no part in the last one: that it may be shown now is a decision of whoever configured the project.
     *
     * @param draw how to draw; the coin is not tossed before the project's first review or mistake, as nothing would be learned
     * @param cost of a candidate, in tokens
     * @param seed of the draw
     */
    public Policy choose(Candidates candidates, Draw draw, ToIntFunction<Candidate> cost, long seed) {
        Optional<Policy> standing = ledger.read(db -> {
            Deciding deciding = new Deciding(db, candidates);
            return deciding.isDue() ? Optional.empty() : deciding.inForce().filter(deciding::isKnown);
        });
        return standing.orElseGet(() -> ledger.write(db -> {
            Deciding deciding = new Deciding(db, candidates);
            if (deciding.isDue()) {
                deciding.draw(draw, cost, seed);
            }
            Policy policy = deciding.inForce().orElseGet(deciding::none);
            deciding.remember(policy);
            return policy;
        }));
    }

    /** What {@link #choose} would make of it; of a draw that is due, one of those that could come of it. Nothing is recorded. */
    public Policy look(Candidates candidates, Draw draw, ToIntFunction<Candidate> cost) {
        return ledger.read(db -> {
            Deciding deciding = new Deciding(db, candidates);
            return deciding.isDue()
                    ? deciding.policy("", new Draw(draw.k(), 0, draw.budget()).from(deciding.contenders(cost), 0).candidates())
                    : deciding.inForce().orElseGet(deciding::none);
        });
    }

    private static String content(Policy policy) {
        try {
            return JSON.writeValueAsString(policy.rules().stream().map(Candidate::told).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** One decision about one project's candidates. */
    private final class Deciding {

        private final JdbcTemplate db;
        private final Candidates candidates;
        private final String project;
        private final Set<String> ids;
        private @Nullable Optional<Selections.Made> last;

        Deciding(JdbcTemplate db, Candidates candidates) {
            this.db = db;
            this.candidates = candidates;
            this.project = candidates.request().project();
            this.ids = candidates.rules().stream().map(c -> c.rule().id()).collect(Collectors.toSet());
        }

        /** The last draw; read only where it matters, as it holds all that took part. */
        private Optional<Selections.Made> last() {
            if (last == null) {
                last = Selections.last(db, project);
            }
            return last;
        }

        boolean isDue() {
            return candidates.request().draw() ? !ids.isEmpty() || Selections.any(db, project)
                    : last().map(made -> isNews(made.selection())).orElse(!ids.isEmpty());
        }

        /** Whether a candidate took no part in {@code drawn}, under any id that its rule has. */
        private boolean isNews(Selection drawn) {
            Set<String> known = drawn.candidates().stream().map(Considered::rule).collect(Collectors.toSet());
            Set<String> news = ids.stream().filter(id -> !known.contains(id)).collect(Collectors.toCollection(HashSet::new));
            Rows.each(db, "select l.rule_id, s.rule_id from statement l join statement s on s.leader_id = l.id"
                    + " where l.rule_id in (?) and l.project_id = ?", List.copyOf(news), row -> {
                if (known.contains(row.getString(2))) {
                    news.remove(row.getString(1));
                }
            }, project);
            return !news.isEmpty();
        }

        void draw(Draw draw, ToIntFunction<Candidate> cost, long seed) {
            boolean observed = !db.queryForList("select 1 from review where project_id = ? and sequence > 0"
                    + " union all select 1 from mistake where project_id = ? limit 1", Integer.class, project, project).isEmpty();
            Draw meant = observed ? draw : new Draw(draw.k(), 0, draw.budget());
            Selection selection = meant.from(contenders(cost), seed);
            Instant at = candidates.at();
            String id = "sel-" + Sha256.of(project + '\n' + at + '\n' + seed).substring(0, ID_DIGITS);
            Selections.Made made = new Selections.Made(id, project, ContextKey.GENERAL, at, selection);
            Selections.store(db, made);
            last = Optional.of(made);
        }

        List<Contender> contenders(ToIntFunction<Candidate> cost) {
            Map<String, Beta> beliefs = Posteriors.learned(db, project, ids).posteriors(ContextKey.GENERAL, priors);
            Map<String, Contender> contenders = new LinkedHashMap<>();
            for (Candidate candidate : candidates.rules()) {
                String id = candidate.rule().id();
                Beta belief = Objects.requireNonNullElseGet(beliefs.get(id), () -> priors.of(id));
                // rules of two categories can share an id: they are one arm, shown together
                contenders.merge(id, new Contender(id, belief, cost.applyAsInt(candidate),
                        candidate.standing() == Standing.PINNED), (a, b) -> new Contender(id, belief, a.cost() + b.cost(),
                            a.pinned() || b.pinned()));
            }
            return List.copyOf(contenders.values());
        }

        Optional<Policy> inForce() {
            return last().map(made -> policy(made.id(), live(made.selection().candidates())));
        }

        Policy none() {
            return policy("", List.of());
        }

        /** The candidates of a draw, under the ids they have today; of several that became one the one that fared best. */
        private List<Considered> live(List<Considered> drawn) {
            Map<String, Considered> told = new HashMap<>();
            drawn.stream().filter(one -> one.fate() != Fate.PASSED).forEach(one -> told.put(one.rule(), one));
            Map<String, Set<String>> leaders = new HashMap<>();
            Rows.each(db, "select s.rule_id, l.rule_id from statement s join statement l on l.id = s.leader_id"
                    + " where s.rule_id in (?) and s.project_id = ?", told.keySet(), row ->
                    leaders.computeIfAbsent(row.getString(1), id -> new HashSet<>()).add(row.getString(2)), project);
            List<Considered> live = new ArrayList<>();
            told.forEach((rule, one) -> leaders.getOrDefault(rule, Set.of(rule)).forEach(leader -> live.add(new Considered(leader,
                    one.belief(), one.cost(), one.rank(), one.propensity(), one.fate()))));
            return live;
        }

        private Policy policy(String selection, List<Considered> drawn) {
            Map<String, Fate> fates = new HashMap<>();
            drawn.forEach(one -> fates.merge(one.rule(), one.fate(), (a, b) -> a.compareTo(b) <= 0 ? a : b));
            List<Candidate> shown = new ArrayList<>();
            List<Stopped> leftOut = new ArrayList<>();
            for (Candidate candidate : candidates.rules()) {
                Fate fate = candidate.standing() == Standing.PINNED ? Fate.PINNED
                        : fates.getOrDefault(candidate.rule().id(), Fate.PASSED);
                switch (fate) {
                    case PINNED, CHOSEN -> shown.add(candidate);
                    case WITHHELD -> leftOut.add(new Stopped(candidate.rule(),
                            "is withheld by chance, to see how it goes without"));
                    case NO_ROOM -> leftOut.add(new Stopped(candidate.rule(), "was drawn when the files had no room left"));
                    case PASSED -> { }
                }
            }
            return new Policy(Policy.idOf(project, shown), candidates.request(), candidates.at(), shown, candidates.stopped(),
                    selection, leftOut);
        }

        boolean isKnown(Policy policy) {
            return !db.queryForList("select 1 from policy where id = ? and selection_id = ?", Integer.class, policy.id(),
                    policy.selection()).isEmpty();
        }

        void remember(Policy policy) {
            if (!policy.selection().isEmpty()) {
                int stored = db.update("insert into policy (id, selection_id, project_id, content, published_at)"
                        + " values (?,?,?,?,?) on conflict do nothing", policy.id(), policy.selection(), project, content(policy),
                        EntryRecorder.micros(policy.at()));
                if (stored == 1) {
                    announce(policy);
                }
            }
        }

        /** Leaves word of the policy for downstream systems. */
        private void announce(Policy policy) {
            Set<String> shown = policy.rules().stream().map(one -> one.rule().id()).collect(Collectors.toSet());
            Map<String, Double> propensities = new HashMap<>();
            last().ifPresent(made -> made.selection().candidates().stream().filter(one -> shown.contains(one.rule()))
                    .forEach(one -> propensities.put(one.rule(), one.propensity())));
            Outbox.leave(db, new PolicyPublished(project, policy.id(), policy.selection(), ContextKey.GENERAL,
                    policy.rules().stream().map(Candidate::rule).map(rule -> new PolicyPublished.Shown(rule.id(), rule.category(),
                            rule.text(), propensities.getOrDefault(rule.id(), 1.0))).toList(), policy.at()).emission());
        }
    }
}
