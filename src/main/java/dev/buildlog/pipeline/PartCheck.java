package dev.buildlog.pipeline;

import dev.buildlog.config.Keys;
import dev.buildlog.model.Problem;
import dev.buildlog.model.Sha256;
import dev.buildlog.pipeline.validate.FlowGraph;
import dev.buildlog.pipeline.validate.RouteValidator;
import dev.buildlog.pipeline.validate.SourceFile;
import dev.buildlog.pipeline.validate.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks parts before they start. What was found to be all right is remembered in the home by its hash, since the check costs
 * more than a start.
 */
final class PartCheck {

    private static final Logger LOG = LoggerFactory.getLogger(PartCheck.class);

    private final PartsMemory memory;
    private final String version;
    private final Map<String, Class<?>> beans;

    PartCheck(Core core, PipelineBeans beans) {
        this.memory = new PartsMemory(core.home());
        this.version = core.version();
        this.beans = beans.types();
    }

    /** What is wrong with {@code parts}; empty if they may start. */
    List<Problem> problems(Parts parts, Map<String, String> properties) {
        boolean unguarded = allowsUnguarded(properties);
        String key = Sha256.of(version + parts.hash() + properties.keySet() + beans + unguarded);
        if (memory.recall(key).isPresent()) {
            return List.of();
        }
        Set<String> keys = new TreeSet<>(properties.keySet());
        keys.addAll(PipelinePlanner.OWN_KEYS);
        List<Problem> problems = validate(parts, keys, unguarded);
        if (problems.isEmpty()) {
            memory.remember(key, "valid");
        }
        return problems;
    }

    /** Whether these properties allow routes that leave a guard out. */
    static boolean allowsUnguarded(Map<String, String> properties) {
        return Boolean.parseBoolean(properties.get("buildlog." + Keys.ROUTES_ALLOW_UNGUARDED.name()));
    }

    /**
     * As {@link #problems}, without remembering anything.
     *
     * @param unguarded whether secrets and rules may pass without the steps that look at them
     */
    List<Problem> validate(Parts parts, Set<String> keys, boolean unguarded) {
        List<AutoCloseable> resources = new ArrayList<>();
        try {
            ClassLoader loader = PartCheck.class.getClassLoader();
            if (!parts.jars().isEmpty()) {
                loader = LoadedFiles.loader(parts.jars(), loader, resources);
            }
            Surroundings surroundings = Surroundings.of(loader)
                    .withBeans(beans)
                    .withKeys(keys)
                    .withComponents(Set.of("journal"))
                    .withDoors(Doors.MESSAGES.keySet());
            List<Problem> problems = new ArrayList<>(
                    new RouteValidator(surroundings).validate(parts.routes(), parts.kamelets()));
            if (problems.isEmpty() && !records(parts)) {
                problems.add(new Problem("routes", 0, 0, "nothing behind direct:entry uses the bean 'ledger', so entries would be"
                        + " acknowledged and lost: put the step that calls ledger.recordEntry back"));
            }
            if (problems.isEmpty() && !unguarded) {
                problems.addAll(Guards.missing(FlowGraph.of(parts.routes(), parts.kamelets())));
            }
            return problems;
        } finally {
            for (AutoCloseable resource : resources) {
                try {
                    resource.close();
                } catch (Exception e) {
                    LOG.debug("left behind: {}", e.getMessage());
                }
            }
        }
    }

    private static boolean records(Parts parts) {
        FlowGraph graph = FlowGraph.of(parts.routes(), parts.kamelets());
        Set<SourceFile> behind = graph.reachableFrom(Doors.ENTRY, Set.of(Doors.PUBLISH));
        return graph.flows().stream().anyMatch(flow -> behind.contains(flow.file()) && flow.beans().contains("ledger"));
    }
}
