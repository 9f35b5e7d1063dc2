package dev.buildlog.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.api.Observation;
import dev.buildlog.config.Settings;
import dev.buildlog.ledger.Ledger;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadinessTest {

    @TempDir
    Path folder;

    @Test
    void aServiceIsReadyWhileItsDoorsAreOpen() {
        Workshop workshop = new Workshop(folder);
        Path shop = workshop.repository("shop");
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (Ledger ledger = Ledger.open(workshop.home())) {
            Core core = workshop.core(ledger);
            PipelineBeans beans = new PipelineBeans(core, PipelineBeans.Mode.DRY, Workshop.front(core, meters), null, null);
            Function<@Nullable Path, Map<String, String>> settings =
                    root -> Settings.load(workshop.home(), root, Map.of(), Map.of()).asProperties();
            Pipelines pipelines =
                    new Pipelines(core, new PipelinePlanner(core, settings, new PartCheck(core, beans)::problems), beans);
            Observation observation = new Observation(core, new dev.buildlog.api.Contract(core.application()), pipelines, meters);

            assertThat(observation.health().text()).contains("\"live\" : true", "\"ready\" : false");
            pipelines.start(List.of(shop));
            assertThat(observation.health().text()).contains("\"live\" : true", "\"ready\" : true");
            pipelines.close();
            assertThat(observation.health().text()).contains("\"live\" : true", "\"ready\" : false");
        }
    }
}
