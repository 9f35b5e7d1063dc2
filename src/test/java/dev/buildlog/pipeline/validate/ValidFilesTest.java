package dev.buildlog.pipeline.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.camel.component.kamelet.KameletComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;

class ValidFilesTest {

    @Test
    void rightFilesHaveNoProblem() {
        Surroundings strict = Fixtures.surroundings().withDoors(Set.of("entry", "publish")).inHouseStyle();
        assertThat(new RouteValidator(strict).validate(Fixtures.routes(), Fixtures.kamelets())).isEmpty();
    }

    /** The files above are right because Camel takes them, not because the validator says so. */
    @Test
    void camelTakesTheSameFiles() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.setAutoStartup(false);
            context.getRegistry().bind("ledger", new Fixtures.Ledger());
            Properties properties = new Properties();
            properties.setProperty("buildlog.embeddings", "token");
            context.getPropertiesComponent().setOverrideProperties(properties);
            context.getComponent("kamelet", KameletComponent.class)
                    .setLocation("file:" + Fixtures.FOLDER.resolve("components"));
            for (SourceFile file : Fixtures.routes()) {
                PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(file.name(), file.text()));
            }
            context.start();
            assertThat(context.getRoute("learn")).isNotNull();
            assertThat(context.getRoute("emit-watch")).isNotNull();
        }
    }

    @Test
    void noFilesAtAllAreNoProblemUnlessCodeNeedsADoor() {
        assertThat(new RouteValidator(Fixtures.surroundings()).validate(List.of(), List.of())).isEmpty();
        assertThat(new RouteValidator(Fixtures.surroundings().withDoors(Set.of("entry")))
                        .validate(List.of(), List.of()))
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("direct:entry"));
    }
}
