package dev.buildlog.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.config.Settings;
import dev.buildlog.ledger.Ledger;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.pipeline.validate.FlowGraph;
import dev.buildlog.pipeline.validate.RouteValidator;
import dev.buildlog.pipeline.validate.SourceFile;
import dev.buildlog.pipeline.validate.Surroundings;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files in routes/ and components/ as they lie in the project. */
class ShippedFilesTest {

    /** Offered to teams for routes of their own. */
    private static final Set<String> FOR_TEAMS = Set.of("extract-pattern-action");

    private static final PartFolder SHIPPED = PartFolder.read(Path.of("").toAbsolutePath());

    private static final List<SourceFile> ROUTES = List.copyOf(SHIPPED.routes().values());
    private static final List<SourceFile> KAMELETS = List.copyOf(SHIPPED.kamelets().values());

    @TempDir
    Path folder;

    @Test
    void nothingIsWrongWithThemInHouseStyle() {
        Workshop workshop = new Workshop(folder);
        try (Ledger ledger = Ledger.open(workshop.home())) {
            Core core = workshop.core(ledger);
            Front front = Workshop.front(core, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
            Set<String> keys = new TreeSet<>(Settings.load(workshop.home(), null, Map.of(), Map.of()).asProperties().keySet());
            keys.addAll(PipelinePlanner.OWN_KEYS);
            Surroundings strict = Surroundings.of(getClass().getClassLoader())
                    .withBeans(new PipelineBeans(core, PipelineBeans.Mode.DRY, front, null, null).types())
                    .withKeys(keys).withComponents(Set.of("journal")).withDoors(Doors.MESSAGES.keySet()).inHouseStyle();
            assertThat(ROUTES).hasSizeGreaterThan(5);
            assertThat(new RouteValidator(strict).validate(ROUTES, KAMELETS)).isEmpty();
        }
    }

    @Test
    void everyKameletIsUsedOrOfferedToTeams() {
        Set<String> used = new TreeSet<>(FOR_TEAMS);
        FlowGraph.of(ROUTES, KAMELETS).flows().forEach(flow -> used.addAll(flow.kamelets()));
        assertThat(KAMELETS).isNotEmpty().allSatisfy(kamelet ->
                assertThat(used).contains(kamelet.name().substring(0, kamelet.name().indexOf(".kamelet"))));
    }

    @Test
    void everyDoorHasExactlyOneRouteBehindIt() {
        List<String> begins = FlowGraph.of(ROUTES, KAMELETS).flows().stream().map(FlowGraph.Flow::from).toList();
        assertThat(Doors.MESSAGES).containsKey(Doors.ENTRY).containsValue(EntryVersion.class);
        assertThat(Doors.MESSAGES.keySet()).allSatisfy(door -> assertThat(begins).containsOnlyOnce("direct:" + door));
    }

    @Test
    void noIdIsGivenTwice() {
        assertThat(FlowGraph.of(ROUTES, KAMELETS).flows()).extracting(FlowGraph.Flow::id).doesNotHaveDuplicates();
    }
}
