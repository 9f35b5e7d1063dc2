package dev.buildlog.pipeline;

import dev.buildlog.journal.Checkout;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Problem;
import dev.buildlog.pipeline.http.HttpFront;
import dev.buildlog.pipeline.http.Reach;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The running service: watches journals and its own routes, answers HTTP, drops emissions, until it is closed. */
public final class Service implements AutoCloseable {

    private final ServiceLock lock;
    private final HttpFront http;
    private final Pipelines pipelines;
    private final RouteWatch watch;

    private Service(ServiceLock lock, HttpFront http, Pipelines pipelines, RouteWatch watch) {
        this.lock = lock;
        this.http = http;
        this.pipelines = pipelines;
        this.watch = watch;
    }

    /**
     * What a service is to do.
     *
     * @param roots checkouts to watch
     * @param reach where it listens, and to whom
     * @param settings effective settings of a checkout as {@code buildlog.*} properties; of the home for null
     * @param front beans of the front doors
     * @param meters where routes count
     */
    public record Plan(List<Path> roots, Reach reach, Function<@Nullable Path, Map<String, String>> settings,
            Front front, MeterRegistry meters) {}

    /**
     * Starts the service; it is ready when this returns.
     *
     * @throws BuildlogException if another service has the home, the port is taken, the routes are refused, or
     *     callers would get there whom nothing tells apart
     */
    public static Service start(Core core, Plan plan) {
        List<AutoCloseable> open = new ArrayList<>();
        try {
            plan.reach().requireSafe(core.tokens().anyValid());
            ServiceLock lock = ServiceLock.take(core.home());
            open.add(lock);
            HttpFront http = HttpFront.listen(plan.reach(), new HomeCallers(core));
            open.add(http);
            PipelineBeans beans = new PipelineBeans(core, PipelineBeans.Mode.SERVICE, plan.front(), http, plan.meters());
            Pipelines pipelines = new Pipelines(core,
                    new PipelinePlanner(core, plan.settings(), new PartCheck(core, beans)::problems),
                    beans);
            open.add(pipelines);
            // made before the files are read, so that no change falls between reading and watching
            RouteWatch watch = new RouteWatch(bases(core, plan.roots()), core.trust()::all, pipelines::reload);
            pipelines.start(plan.roots());
            http.open();
            lock.announce(http.url());
            watch.start();
            return new Service(lock, http, pipelines, watch);
        } catch (IOException | RuntimeException e) {
            closeAll(open);
            throw e instanceof RuntimeException runtime
                    ? runtime
                    : new BuildlogException(BuildlogException.Kind.FAILED, Causes.of(e), e);
        }
    }

    /** Where it listens. */
    public String url() {
        return http.url();
    }

    /** Where changes of state enter this service. */
    Doors doors() {
        return pipelines;
    }

    public List<Checkout> checkouts() {
        return pipelines.checkouts();
    }

    /** Everything a person should mend for all of it to be in force. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(pipelines.refused());
        problems.addAll(pipelines.journalProblems());
        return problems;
    }

    /** Finishes what is in hand, then stops. */
    @Override
    public void close() {
        closeAll(List.of(lock, http, pipelines, watch, http::shut));
    }

    private static List<Path> bases(Core core, List<Path> roots) {
        List<Path> bases = new ArrayList<>(List.of(core.application(), core.home()));
        roots.forEach(root -> bases.add(core.repositories().locate(root).root().resolve(PartInventory.OWN)));
        return bases;
    }

    /** In reverse order of opening. */
    private static void closeAll(List<AutoCloseable> open) {
        for (int i = open.size() - 1; i >= 0; i--) {
            try {
                open.get(i).close();
            } catch (Exception e) {
                org.slf4j.LoggerFactory.getLogger(Service.class).warn("while stopping: {}", Causes.of(e));
            }
        }
    }
}
