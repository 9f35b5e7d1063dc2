package dev.buildlog.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.curate.Similarities;
import dev.buildlog.curate.VectorCache;
import dev.buildlog.curate.Vectors;
import dev.buildlog.curate.WordVectors;
import dev.buildlog.api.Contract;
import dev.buildlog.api.Errors;
import dev.buildlog.api.Submissions;
import dev.buildlog.config.Settings;
import dev.buildlog.journal.Checkout;
import dev.buildlog.ledger.Ledger;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.PublishRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.kamelet.KameletComponent;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.apache.camel.test.junit5.TestExecutionConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The route files on disk with real Kamelets, beans and ledger; only what lies beyond a file's edge is a mock. */
class RouteTest extends CamelTestSupport {

    private static final String TEXT = Workshop.entry("Publish the interface before the service");

    @TempDir
    Path folder;

    private Workshop workshop;
    private Ledger ledger;
    private Core core;
    private Checkout checkout;

    @Override
    public void configureTest(TestExecutionConfiguration configuration) {
        super.configureTest(configuration);
        configuration.withUseAdviceWith(true);
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        workshop = new Workshop(folder);
        ledger = Ledger.open(workshop.home());
        core = workshop.core(ledger);
        checkout = core.repositories().locate(workshop.repository("shop"));
        core.projects().register(checkout.project());
        CamelContext camel = super.createCamelContext();
        Properties properties = new Properties();
        properties.putAll(Settings.load(workshop.home(), null, Map.of(), Map.of()).asProperties());
        properties.put("buildlog.home", workshop.home().toString());
        properties.put("buildlog.targets", Path.of("components/targets").toAbsolutePath().toString());
        camel.getPropertiesComponent().setOverrideProperties(properties);
        camel.getComponent("kamelet", KameletComponent.class).setLocation("file:components");
        Map.of("bursts", new Bursts(), "ledger", new LedgerSteps(core, "recipe"), "checkouts", new Checkouts(List.of(checkout)),
                "deadLetters", new DeadLetterOffice(core.deadLetters()), "outbox", new OutboxRows(core.ledger()::works),
                "dataSource", ledger.dataSource(), "errors", new Errors(), "submissions",
                new Submissions(core, new Contract(Path.of(""))), "similarities", Similarities.builtIn(), "vectors",
                new Vectors(new WordVectors(), VectorCache.NONE)).forEach(camel.getRegistry()::bind);
        camel.getRegistry().bind("passes", core.passes());
        return camel;
    }

    @AfterEach
    void closeLedger() {
        context.stop();
        ledger.close();
    }

    private void load(String... files) throws Exception {
        for (String file : files) {
            Path path = Path.of("routes/" + file + ".camel.yaml");
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.fromBytes("file:" + path, Files.readAllBytes(path)));
        }
    }

    private EntryVersion entry(String text) {
        return EntryVersion.of(checkout.project().id(), checkout.holder(), "buildlog/2026-03-01-a.md",
                LocalDate.of(2026, 3, 1), "hash", text, core.instant());
    }

    private MockEndpoint publishing() throws Exception {
        AdviceWith.adviceWith(context, "learn", false, route -> route.weaveById("to-publish").replace().to("mock:publish"));
        return getMockEndpoint("mock:publish");
    }

    @Test
    void learnRecordsWhatAnEntrySaysAndAsksForPublication() throws Exception {
        load("dead-letters", "learn", "models", "publish");
        MockEndpoint publish = publishing();
        publish.expectedBodiesReceived(new PublishRequest(checkout.project().id(), ""));
        context.start();
        template.sendBody("direct:entry", entry(TEXT));
        publish.assertIsSatisfied();
        assertThat(core.rules().live(checkout.project().id())).singleElement()
                .satisfies(rule -> assertThat(rule.text()).isEqualTo("Publish the interface before the service"));
    }

    @Test
    void publishCollapsesABurstAndLeavesTheRestOfTheFile() throws Exception {
        load("dead-letters", "learn", "models", "publish");
        AdviceWith.adviceWith(context, "publish", false, route -> route.weaveById("to-select").before().to("mock:collapsed"));
        context.start();
        Path agents = checkout.root().resolve("AGENTS.md");
        Workshop.write(agents, "# Ours\n");
        template.sendBody("direct:entry", entry(TEXT));
        for (int i = 0; i < 20; i++) {
            template.sendBody("direct:publish", new PublishRequest(checkout.project().id(), ""));
        }
        Running.eventually(() -> assertThat(Workshop.read(agents)).startsWith("# Ours\n")
                .contains("Publish the interface before the service"));
        Running.eventually(() -> assertThat(checkout.root().resolve("CLAUDE.md")).exists());
        assertThat(getMockEndpoint("mock:collapsed").getReceivedCounter()).isBetween(1, 10);
    }

    @Test
    void emitDropsWhatWasLearnedOnceAndMarksIt() throws Exception {
        load("dead-letters", "learn", "models", "publish", "emit");
        publishing();
        context.start();
        template.sendBody("direct:entry", entry(TEXT));
        Path pending = workshop.home().resolve("emissions/pending");
        Running.eventually(() -> assertThat(files(pending)).singleElement()
                .satisfies(file -> assertThat(Workshop.read(file)).contains("Publish the interface before the service")));
        Running.eventually(() -> assertThat(core.outbox().waiting()).isFalse());
    }

    private static List<Path> files(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void aTransientFaultIsTriedAgain() throws Exception {
        load("dead-letters", "learn", "models", "publish");
        publishing();
        AtomicInteger calls = new AtomicInteger();
        AdviceWith.adviceWith(context, "learn", false, route -> route.weaveById("categorise").before().process(exchange -> {
            if (calls.incrementAndGet() < 3) {
                throw new java.net.ConnectException("not yet");
            }
        }));
        context.start();
        template.sendBody("direct:entry", entry(TEXT));
        assertThat(calls).hasValue(3);
        assertThat(core.deadLetters().all()).isEmpty();
        assertThat(core.rules().live(checkout.project().id())).hasSize(1);
    }

    @Test
    void aFaultThatStaysIsKeptWithTheEntryAsItCame() throws Exception {
        load("dead-letters", "learn", "models", "publish");
        publishing();
        AdviceWith.adviceWith(context, "learn", false, route -> route.weaveById("deduplicate").before()
                .throwException(IllegalStateException.class, "broken step"));
        context.start();
        assertThatThrownBy(() -> template.sendBody("direct:entry", entry(TEXT))).isInstanceOf(CamelExecutionException.class);
        assertThat(core.deadLetters().all()).singleElement().satisfies(letter -> {
            assertThat(letter.cause()).contains("broken step");
            EntryVersion kept = Wire.json().readValue(letter.message(), EntryVersion.class);
            assertThat(kept.text()).isEqualTo(TEXT);
            assertThat(kept.insights()).isEmpty();
        });
        assertThat(core.rules().live(checkout.project().id())).isEmpty();
    }

    /** Another process holds the lock for longer than nothing and shorter than the patience of a write. */
    @Test
    void aLockedLedgerIsWaitedFor() throws Exception {
        load("dead-letters", "learn", "models", "publish");
        publishing();
        context.start();
        String url = "jdbc:sqlite:" + workshop.home().resolve("buildlog.db") + "?transaction_mode=IMMEDIATE";
        try (Connection other = DriverManager.getConnection(url); Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeUpdate("delete from outbox where name = 'none'");
            var sending = template.asyncSendBody("direct:entry", entry(TEXT));
            assertThat(core.rules().live(checkout.project().id())).isEmpty();
            assertThat(sending).isNotDone();
            // a commit would begin the next transaction at once and keep the lock
            other.setAutoCommit(true);
            sending.get();
        }
        assertThat(core.rules().live(checkout.project().id())).hasSize(1);
        assertThat(core.deadLetters().all()).isEmpty();
    }

    @Test
    void problemsBecomeAnswers() throws Exception {
        load("api");
        AdviceWith.adviceWith(context, "projects", false, route -> {
            route.replaceFromWith("direct:projects");
            route.weaveById("all-projects").replace().throwException(new BuildlogException("the ledger is on holiday"));
        });
        ((ModelCamelContext) context).getRouteDefinitions().removeIf(route ->
                !List.of("projects", "answer").contains(route.getRouteId()));
        context.start();
        var answer = template.request("direct:projects", exchange -> exchange.getMessage().setHeader("Cookie", "a=b"));
        assertThat(answer.getMessage().getHeader("CamelHttpResponseCode")).isEqualTo(500);
        assertThat(answer.getMessage().getHeader("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.getMessage().getHeader("Cookie")).isNull();
        assertThat(answer.getMessage().getBody(String.class)).contains("the ledger is on holiday");
    }
}
