package dev.buildlog.pipeline;

import dev.buildlog.journal.Checkout;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Commit;
import dev.buildlog.model.Decision;
import dev.buildlog.model.Deliveries;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Mistake;
import dev.buildlog.model.MistakeReceipt;
import dev.buildlog.model.Problem;
import dev.buildlog.model.PublishRequest;
import dev.buildlog.model.GauntletRun;
import dev.buildlog.model.IssuedRun;
import dev.buildlog.model.PieceFindings;
import dev.buildlog.model.Review;
import dev.buildlog.model.ReviewPiece;
import dev.buildlog.model.ReviewReceipt;
import dev.buildlog.model.Reward;
import dev.buildlog.model.RewardReceipt;
import dev.buildlog.model.RiskAcceptance;
import dev.buildlog.model.RiskReceipt;
import dev.buildlog.model.SeedDelivery;
import dev.buildlog.model.SeedReceipt;
import dev.buildlog.model.SessionEvent;
import dev.buildlog.model.SessionReceipt;
import dev.buildlog.model.SourceReading;
import dev.buildlog.render.Targets;
import io.vertx.ext.web.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.camel.CamelExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All pipelines of a process: one for every project with routes, Kamelets or settings of its own, one for the others. Finds the
 * pipeline behind a door, and replaces pipelines when their files change.
 */
public final class Pipelines implements Doors, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pipelines.class);

    private static final String SELECT = "select";

    private final Core core;
    private final PipelinePlanner planner;
    private final PipelineBeans beans;
    // read by messages on their way, which a reload waits for: so never behind its lock
    private volatile Map<String, Running> running = Map.of();
    private final Map<String, Pipeline> doors = new ConcurrentHashMap<>();
    private volatile @Nullable Pipeline shared;
    private volatile boolean stopping;
    private volatile List<Problem> refused = List.of();
    private volatile List<Checkout> checkouts = List.of();

    private record Running(Group group, Pipeline pipeline, Set<Route> paths) {}

    Pipelines(Core core, PipelinePlanner planner, PipelineBeans beans) {
        this.core = core;
        this.planner = planner;
        this.beans = beans;
    }

    /**
     * All pipelines of these checkouts, started.
     *
     * @param settings effective settings of a checkout as {@code buildlog.*} properties; of the home for null
     * @throws BuildlogException BAD_CONFIGURATION naming every problem if the shared pipeline cannot start
     */
    static Pipelines started(Core core, List<Path> roots, Function<@Nullable Path, Map<String, String>> settings,
            PipelineBeans beans) {
        Pipelines pipelines = new Pipelines(core, new PipelinePlanner(core, settings, new PartCheck(core, beans)::problems), beans);
        pipelines.start(roots);
        return pipelines;
    }

    /**
     * Starts the pipelines of these checkouts, has entries without a file read again where the recipe has changed, and
     * publishes what was recorded last.
     *
     * @throws BuildlogException BAD_CONFIGURATION naming every problem if the shared pipeline cannot start
     */
    public synchronized void start(List<Path> roots) {
        checkouts = roots.stream().map(core::admit).distinct().toList();
        apply();
        if (shared == null) {
            throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, Problems.text(refused), null);
        }
        if (!beans.isDry()) {
            running.values().forEach(one -> catchUp(one.group()));
        }
    }

    /**
     * Looks at the files again and replaces the pipelines whose files changed; a message is in the old pipeline or in the new
     * one, never in neither. What is refused changes nothing.
     */
    public synchronized void reload() {
        List<Running> before = List.copyOf(running.values());
        apply();
        running.values().stream().filter(one -> !before.contains(one)).forEach(one -> catchUp(one.group()));
    }

    /** Problems in route files, Kamelets and settings, because of which something is not in force. */
    public List<Problem> refused() {
        return refused;
    }

    /** What a person should mend in the journals that are watched here. */
    public List<Problem> journalProblems() {
        return beans.captures().stream().flatMap(capture -> capture.problems().stream()).toList();
    }

    /** Whether every door is open. */
    public boolean isReady() {
        return shared != null && !stopping;
    }

    /** The checkouts served here. */
    public List<Checkout> checkouts() {
        return checkouts;
    }

    @Override
    public void entry(EntryVersion entry) {
        enter(ENTRY, entry.project(), entry);
    }

    @Override
    public void decision(Decision decision) {
        enter(DECISION, decision.project(), decision);
    }

    @Override
    public void commit(Commit commit) {
        enter(COMMIT, commit.project(), commit);
    }

    @Override
    public ReviewReceipt review(Review review) {
        return answer(REVIEW, review.project(), review, ReviewReceipt.class);
    }

    @Override
    public RewardReceipt reward(Reward reward) {
        return answer(REWARD, reward.project(), reward, RewardReceipt.class);
    }

    @Override
    public Deliveries artifacts(Deliveries deliveries) {
        return answer(ARTIFACTS, "", deliveries, Deliveries.class);
    }

    @Override
    public SeedReceipt seed(SeedDelivery delivery) {
        return answer(SEED, delivery.project(), delivery, SeedReceipt.class);
    }

    @Override
    public SessionReceipt session(SessionEvent event) {
        return answer(SESSION, event.project(), event, SessionReceipt.class);
    }

    @Override
    public MistakeReceipt mistake(Mistake mistake) {
        return answer(MISTAKE, mistake.project(), mistake, MistakeReceipt.class);
    }

    @Override
    public IssuedRun begin(GauntletRun run) {
        return answer(GAUNTLET_RUN, run.project(), run, IssuedRun.class);
    }

    @Override
    public RiskReceipt accept(RiskAcceptance acceptance) {
        return answer(RISK, acceptance.project(), acceptance, RiskReceipt.class);
    }

    /** What a model finds in a piece of what is reviewed; changes nothing. */
    PieceFindings review(ReviewPiece piece) {
        return answer(REVIEW_PIECE, piece.project(), piece, PieceFindings.class);
    }

    private <T> T answer(String door, String project, Object message, Class<T> type) {
        AtomicReference<@Nullable Object> answer = new AtomicReference<>();
        enter(project, pipeline -> pipeline.enter(door, message, answer::set));
        if (type.isInstance(answer.get())) {
            return type.cast(answer.get());
        }
        throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, "the route behind direct:" + door
                + " does not end with a " + type.getSimpleName() + ": restore the last step of the shipped one", null);
    }

    @Override
    public void publish(PublishRequest request) {
        enter(PUBLISH, request.project(), request);
    }

    /** Publishes what is collected, without waiting for the end of a burst; nothing can be published afterwards. */
    void finishPublishing() {
        running.values().forEach(one -> one.pipeline().finish(PUBLISH));
    }

    /** Has the routes choose and show rules at once, where the part of them that does so has an entrance of its own. */
    void select(PublishRequest request) {
        Pipeline pipeline = shared == null ? null : doors.getOrDefault(request.project(), shared);
        if (pipeline != null && pipeline.has(SELECT)) {
            enter(SELECT, request.project(), request);
        }
    }

    /** The capture of one checkout, for a sweep on behalf of a command. */
    Capture capture(Path root) {
        return beans.capture(group(root), root);
    }

    /**
     * A setting in force for a project; that of the home for one which is not served here.
     *
     * @param key as {@code publish.auto}
     */
    public String setting(String project, String key) {
        return of(project).map(group -> group.properties().getOrDefault("buildlog." + key, "")).orElse("");
    }

    /** The targets that a project's routes know; those of the home for one which is not served here. */
    public Targets targetsOf(String project) {
        return Targets.of(of(project).map(group -> group.parts().targets()).orElse(Map.of()));
    }

    private Optional<Group> of(String project) {
        return running.values().stream().map(Running::group)
                .filter(group -> group.projects().contains(project) || group.shared())
                .min(Comparator.comparing(group -> !group.projects().contains(project)));
    }

    /** The targets that a checkout's routes know. */
    Targets targets(Path root) {
        return Targets.of(group(root).parts().targets());
    }

    private Group group(Path root) {
        return running.values().stream().map(Running::group).filter(one -> one.roots().contains(root)).findFirst()
                .orElseThrow(() -> new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, Problems.text(refused), null));
    }

    private void enter(String door, String project, Object message) {
        enter(project, pipeline -> pipeline.enter(door, message));
    }

    private void enter(String project, Predicate<Pipeline> way) {
        try {
            boolean entered = false;
            while (!entered) {
                Pipeline pipeline = shared == null ? null : doors.getOrDefault(project, shared);
                // one that has just been replaced takes nothing any more
                entered = pipeline != null && way.test(pipeline);
                if (!entered && (pipeline == null || stopping)) {
                    throw new BuildlogException("the service is stopping; send it again later");
                }
            }
        } catch (CamelExecutionException e) {
            throw unwrapped(e);
        }
    }

    /**
     * What the route behind {@code direct:source} finds in a source; changes nothing.
     *
     * @throws BuildlogException if it fails, or answers with something else
     */
    SourceReading read(EntryVersion source) {
        Pipeline pipeline = doors.getOrDefault(source.project(), Objects.requireNonNull(shared));
        try {
            if (pipeline.ask(SOURCE, source) instanceof SourceReading reading) {
                return reading;
            }
        } catch (CamelExecutionException e) {
            throw unwrapped(e);
        }
        throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, "the route behind direct:source does not answer"
                + " with a SourceReading: put its step 'kamelet:read-details-action' back, as the last one", null);
    }

    private static RuntimeException unwrapped(CamelExecutionException e) {
        return e.getCause() instanceof RuntimeException cause
                ? cause
                : new BuildlogException(BuildlogException.Kind.FAILED, Causes.of(e), e);
    }

    private void catchUp(Group group) {
        for (String project : group.projects()) {
            try {
                core.submissions().unread(project, group.recipe(), core.instant()).forEach(this::entry);
                // an empty ledger knows nothing yet: what another one has rendered stays until the journal is read
                if (!core.projects().holders(project).isEmpty()) {
                    publish(new PublishRequest(project, ""));
                }
            } catch (RuntimeException e) {
                // kept in the dead letters by the route; the other projects go on
                LOG.warn("project {}: {}", project, Causes.of(e));
            }
        }
    }

    private void apply() {
        Map<String, Running> started = new HashMap<>();
        PipelinePlanner.Plans plans = planner.plan(checkouts);
        while (!startAll(plans.groups(), started)) {
            plans = planner.plan(checkouts);
        }
        Map<String, Running> next = new LinkedHashMap<>();
        plans.groups().forEach(group -> next.put(group.key(), started.remove(group.key())));
        started.values().stream().filter(one -> !running.containsValue(one)).forEach(one -> one.pipeline().close());
        switchTo(next);
        plans.problems().stream().filter(problem -> !refused.contains(problem)).forEach(problem -> LOG.error("{}", problem));
        refused = plans.problems();
    }

    /** Starts what is not running yet; false if a group did not start, so that the plan has to be made again. */
    private boolean startAll(List<Group> groups, Map<String, Running> started) {
        for (Group group : groups) {
            Running same = running.get(group.key());
            if (same != null && same.group().sameAs(group)) {
                started.put(group.key(), same);
            } else if (!started.containsKey(group.key()) || !started.get(group.key()).group().sameAs(group)) {
                try {
                    Set<Route> before = beans.paths();
                    Pipeline pipeline = Pipeline.start(beans.plan(group, this), core);
                    Set<Route> paths = new HashSet<>(beans.paths());
                    paths.removeAll(before);
                    started.put(group.key(), new Running(group, pipeline, paths));
                    LOG.debug("pipeline {} serves {}", group.name(), group.roots());
                } catch (BuildlogException e) {
                    planner.refuse(group, new Problem(group.name(), 0, 0, e.getMessage()));
                    return false;
                }
            }
        }
        return true;
    }

    private void switchTo(Map<String, Running> next) {
        Map<String, Pipeline> open = new HashMap<>();
        Pipeline common = null;
        for (Running one : next.values()) {
            one.group().projects().forEach(project -> open.put(project, one.pipeline()));
            common = one.group().shared() ? one.pipeline() : common;
        }
        doors.putAll(open);
        doors.keySet().retainAll(open.keySet());
        shared = common;
        List<Running> leaving = running.values().stream().filter(old -> !next.containsValue(old)).toList();
        running = next;
        close(leaving);
    }

    @Override
    public synchronized void close() {
        stopping = true;
        close(List.copyOf(running.values()));
        shared = null;
        doors.clear();
        running = Map.of();
    }

    /** First the paths go and the requests they have are answered: a consumer that stops gives up those it has in hand. */
    private void close(List<Running> leaving) {
        leaving.forEach(old -> old.paths().forEach(Route::remove));
        beans.finishRequests();
        leaving.forEach(old -> old.pipeline().close());
    }
}
