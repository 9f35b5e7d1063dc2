package dev.buildlog.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.config.Keys;
import dev.buildlog.consult.Prompts;
import dev.buildlog.curate.Passes;
import dev.buildlog.curate.Similarities;
import dev.buildlog.curate.Vectors;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Holder;
import dev.buildlog.model.Insight;
import dev.buildlog.pipeline.Checkouts;
import dev.buildlog.pipeline.HookDrops;
import dev.buildlog.pipeline.LedgerSteps;
import dev.buildlog.pipeline.validate.RouteValidator;
import dev.buildlog.pipeline.validate.SourceFile;
import dev.buildlog.pipeline.validate.Surroundings;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/kamelets-howto.md are what they say. */
class KameletsHowtoTest {

    private final String page = Pages.text("docs/kamelets-howto.md");

    @TempDir
    private Path classes;

    @Test
    void theKameletsAreValidBesideTheShippedOnes() throws Exception {
        List<SourceFile> kamelets = new ArrayList<>(GeneratedDocsTest.files("components", ".kamelet.yaml"));
        List<String> own = Pages.blocks(page, "yaml").stream().filter(block -> block.startsWith("apiVersion")).toList();
        own.forEach(text -> {
            String name = Pages.find(text, "(?m)^  name: (\\S+)$").get(0) + ".kamelet.yaml";
            kamelets.add(new SourceFile(Path.of(name), name, text));
        });
        Set<String> keys = new HashSet<>(Set.of("buildlog.home", "buildlog.targets"));
        Keys.ALL.forEach(key -> keys.add("buildlog." + key.name()));
        try (URLClassLoader loader = compiled()) {
            Surroundings surroundings = Surroundings.of(loader).withKeys(keys).withComponents(Set.of("journal"))
                    .withBeans(Map.of("drops", HookDrops.class, "ledger", LedgerSteps.class, "checkouts", Checkouts.class,
                            "passes", Passes.class, "prompts", Prompts.class, "chatModel", Object.class,
                            "similarities", Similarities.class, "vectors", Vectors.class))
                    .inHouseStyle();
            assertThat(own).hasSize(3);
            assertThat(new RouteValidator(surroundings).validate(List.of(), kamelets)).isEmpty();
        }
    }

    @Test
    void theBeanTakesDecisions() throws Exception {
        EntryVersion entry = EntryVersion.of("p", Holder.SUBMISSION, "submitted/a", LocalDate.of(2026, 11, 21), "", """
                # Dates

                Decision: Store every instant in UTC
                """, Instant.EPOCH);
        try (URLClassLoader loader = compiled()) {
            Class<?> type = loader.loadClass("com.acme.DecisionExtractor");
            Object bean = type.getConstructor().newInstance();
            EntryVersion read = (EntryVersion) type.getMethod("extract", EntryVersion.class).invoke(bean, entry);
            assertThat(read.insights()).containsExactly(new Insight("Store every instant in UTC", "", 3, "",
                    "Decision: Store every instant in UTC", "decisions", null));
        }
    }

    private URLClassLoader compiled() throws Exception {
        Path source = Files.writeString(classes.resolve("DecisionExtractor.java"), Pages.example(page, "DecisionExtractor"));
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", "-cp", "target/classes", "-d",
                classes.toString(), source.toString());
        assertThat(failed).isZero();
        return new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
    }
}
