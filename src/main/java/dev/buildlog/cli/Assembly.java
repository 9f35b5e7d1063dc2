package dev.buildlog.cli;

import dev.buildlog.api.Errors;
import dev.buildlog.api.Observation;
import dev.buildlog.api.Questions;
import dev.buildlog.api.Submissions;
import dev.buildlog.config.Settings;
import dev.buildlog.curate.TokenSimilarity;
import dev.buildlog.ledger.Ledger;
import dev.buildlog.ledger.ModelAnswers;
import dev.buildlog.ledger.ModelUsage;
import dev.buildlog.models.GitRepositories;
import dev.buildlog.models.chat.LazyChatModel;
import dev.buildlog.pipeline.Core;
import dev.buildlog.pipeline.Front;
import dev.langchain4j.model.chat.ChatModel;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts the parts together: the one place that knows which classes stand behind the seams. */
final class Assembly implements AutoCloseable {

    private final Workplace here;
    private final Ledger ledger;
    private final Core core;

    private Assembly(Workplace here, Ledger ledger) {
        this.here = here;
        this.ledger = ledger;
        TokenSimilarity token = new TokenSimilarity();
        this.core = new Core(here.install(), here.home(), ledger, new GitRepositories(), Map.of(token.name(), token),
                here.clock(), Version.number());
    }

    /** Opens the ledger of the workplace's home, and makes the folders that routes write to. */
    static Assembly at(Workplace here) {
        Ledger ledger = Ledger.open(here.home());
        try {
            Files.createDirectories(here.home().resolve("emissions/pending"));
        } catch (IOException e) {
            // artifacts then wait in the outbox, and the emit route says so
            here.say("cannot make the folder of emissions in " + here.home() + ": " + e.getMessage());
        }
        return new Assembly(here, ledger);
    }

    Core core() {
        return core;
    }

    /** Id of the project around the workplace's directory. */
    String project() {
        return core.repositories().locate(here.root()).project().id();
    }

    /** Effective settings of a checkout, or of the home for null, as placeholders. */
    Function<@Nullable Path, Map<String, String>> settings() {
        return root -> Settings.load(here.home(), root, here.environment(), here.options()).asProperties();
    }

    /** The beans of the front doors, counting into {@code meters}. */
    Front front(PrometheusMeterRegistry meters) {
        return new Front(
                Map.of("questions", Questions.class, "submissions", Submissions.class, "observation", Observation.class,
                        "errors", Errors.class, "chatModel", Object.class),
                pipelines -> Map.of("questions", new Questions(core), "submissions", new Submissions(core), "observation",
                        new Observation(core, pipelines, meters), "errors", new Errors(), "chatModel", chatModel()));
    }

    /** The model that routes may ask; its settings are those of the home, whatever a project says. */
    private ChatModel chatModel() {
        return LazyChatModel.of(here.install(), here.home(),
                () -> Settings.load(here.home(), null, here.environment(), here.options()), here.environment(),
                new ModelAnswers(ledger, here.clock()), new ModelUsage(ledger), here.clock());
    }

    /** The front for commands, which nobody asks for figures. */
    Front front() {
        return front(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    }

    @Override
    public void close() {
        ledger.close();
    }
}
