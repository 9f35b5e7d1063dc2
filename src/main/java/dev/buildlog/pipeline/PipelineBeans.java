package dev.buildlog.pipeline;

import dev.buildlog.consult.Prompts;
import dev.buildlog.curate.Passes;
import dev.buildlog.curate.Similarities;
import dev.buildlog.curate.Vectors;
import dev.buildlog.journal.Exclusions;
import dev.buildlog.pipeline.http.HttpFront;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.Route;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyFactory;
import org.jspecify.annotations.Nullable;

/** Puts together what each pipeline needs: the beans its routes name, and what of it runs for how long. */
final class PipelineBeans {

    /** Routes of this group serve all projects: only in the shared pipeline of a service. */
    private static final String SERVICE = "service";

    /** Routes of this group serve the home: only in the shared pipeline, also of a command. */
    private static final String HOME = "home";

    private final Core core;
    private final Mode mode;
    private final Front front;
    private final @Nullable HttpFront http;
    private final @Nullable MeterRegistry meters;
    private final DryLedger dry;
    private final DryCheckouts dryCheckouts = new DryCheckouts();
    private final Bursts bursts = new Bursts();
    private final Map<Path, Capture> captures = new ConcurrentHashMap<>();

    /** How long pipelines live, and so what they do. */
    enum Mode {
        /** A service: journals are watched, the outbox is drained, HTTP is answered. */
        SERVICE,
        /** One pass on behalf of a command: only the doors. */
        ONCE,
        /** As {@link #ONCE}, but nothing is recorded and nothing written. */
        DRY
    }

    PipelineBeans(Core core, Mode mode, Front front, @Nullable HttpFront http,
            @Nullable MeterRegistry meters) {
        this.core = core;
        this.mode = mode;
        this.front = front;
        this.http = http;
        this.meters = meters;
        this.dry = new DryLedger(core);
    }

    Pipeline.Plan plan(Group group, Pipelines pipelines) {
        Map<String, Object> beans = new HashMap<>(beans(group, pipelines));
        boolean service = mode == Mode.SERVICE;
        beans.put("journal", new JournalComponent(new Journals(root -> capture(group, root), bursts, pipelines::publish)));
        if (service && http != null) {
            beans.putAll(http.beans());
        }
        if (service && meters != null) {
            MicrometerRoutePolicyFactory figures = new MicrometerRoutePolicyFactory();
            figures.setMeterRegistry(meters);
            beans.put("figures", figures);
        }
        return new Pipeline.Plan("buildlog-" + group.name(), group.parts(), properties(group), beans,
                service ? group.roots() : List.of(), withoutGroups(group));
    }

    private Set<String> withoutGroups(Group group) {
        if (mode == Mode.DRY || !group.shared()) {
            return Set.of(SERVICE, HOME);
        }
        return mode == Mode.ONCE ? Set.of(SERVICE) : Set.of();
    }

    /** A command publishes once, when it is done: a burst never ends before the pipeline stops. */
    private Map<String, String> properties(Group group) {
        Map<String, String> properties = new HashMap<>(group.properties());
        if (mode == Mode.ONCE) {
            properties.put("buildlog.publish.settle_ms", String.valueOf(Duration.ofDays(1).toMillis()));
        }
        return properties;
    }

    /** The beans that routes may name. */
    private Map<String, Object> beans(Group group, Pipelines pipelines) {
        Map<String, Object> beans = new LinkedHashMap<>(front.beans().apply(pipelines));
        beans.put("ledger", mode == Mode.DRY ? dry : new LedgerSteps(core, group.recipe()));
        beans.put("checkouts", isDry() ? dryCheckouts : new Checkouts(group.checkouts()));
        beans.put("deadLetters", isDry() ? new DryDeadLetters(core) : new DeadLetterOffice(core.deadLetters()));
        beans.put("doors", pipelines);
        // a command waits for its own artifacts, and nobody for an answer to it
        beans.put("outbox", new OutboxRows(mode == Mode.SERVICE ? core.ledger()::works : () -> 0));
        beans.put("drops", new HookDrops(pipelines, core));
        beans.put("bursts", bursts);
        beans.put("similarities", new Similarities(core.similarities().values()));
        beans.put("vectors", core.vectors());
        beans.put("passes", isDry() ? core.passes().readOnly() : core.passes());
        beans.put("prompts", new Prompts(group.parts().prompts()));
        beans.put("postponed", new Postponed(core, pipelines));
        beans.put("days", new Days(core.clock(), () -> pipelines.checkouts().stream()
                .map(checkout -> checkout.project().id()).distinct().toList()));
        beans.put("dataSource", core.ledger().dataSource());
        return beans;
    }

    /** The class of every bean that routes may name. */
    Map<String, Class<?>> types() {
        Map<String, Class<?>> types = new TreeMap<>(front.types());
        types.put("ledger", LedgerSteps.class);
        types.put("checkouts", Checkouts.class);
        types.put("deadLetters", DeadLetterOffice.class);
        types.put("doors", Doors.class);
        types.put("outbox", OutboxRows.class);
        types.put("drops", HookDrops.class);
        types.put("bursts", Bursts.class);
        types.put("similarities", Similarities.class);
        types.put("vectors", Vectors.class);
        types.put("passes", Passes.class);
        types.put("prompts", Prompts.class);
        types.put("postponed", Postponed.class);
        types.put("days", Days.class);
        types.put("dataSource", Object.class);
        return types;
    }

    /** The capture of one checkout with the settings of its group. */
    Capture capture(Group group, Path root) {
        Map<String, String> settings = group.properties();
        Capture capture = new Capture(core, root, settings.get("buildlog.journal.folder"),
                Integer.parseInt(settings.get("buildlog.journal.max_bytes")),
                Exclusions.of(Boolean.parseBoolean(settings.get("buildlog.capture.enabled")), settings.get("buildlog.journal.exclude")),
                group.recipe());
        captures.put(root, capture);
        return capture;
    }

    /** The HTTP paths that are served now. */
    Set<Route> paths() {
        return http == null ? Set.of() : http.paths();
    }

    /** Waits until HTTP requests that were begun are answered. */
    void finishRequests() {
        if (http != null) {
            http.finishRequests();
        }
    }

    /** Where a sweep is announced, so that it is published once. */
    Bursts bursts() {
        return bursts;
    }

    /** Whether messages change anything. */
    boolean isDry() {
        return mode == Mode.DRY;
    }

    /** What would have been recorded. */
    DryLedger dryLedger() {
        return dry;
    }

    /** What would have been kept back. */
    DryCheckouts dryCheckouts() {
        return dryCheckouts;
    }

    /** The latest capture of each checkout. */
    Collection<Capture> captures() {
        return captures.values();
    }
}
