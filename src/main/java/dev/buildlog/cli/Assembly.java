package dev.buildlog.cli;

import dev.buildlog.api.Contract;
import static java.util.Map.entry;

import dev.buildlog.api.Deciding;
import dev.buildlog.api.DoorRequests;
import dev.buildlog.api.Errors;
import dev.buildlog.api.Feedback;
import dev.buildlog.api.GithubEvents;
import dev.buildlog.api.Observation;
import dev.buildlog.api.PolicyInForce;
import dev.buildlog.api.Questions;
import dev.buildlog.api.Runs;
import dev.buildlog.api.Submissions;
import dev.buildlog.config.KeyFile;
import dev.buildlog.config.Keys;
import dev.buildlog.config.Settings;
import dev.buildlog.curate.Embedder;
import dev.buildlog.curate.EmbeddingSimilarity;
import dev.buildlog.curate.ShippedVectors;
import dev.buildlog.curate.Similarities;
import dev.buildlog.curate.Similarity;
import dev.buildlog.curate.TokenSimilarity;
import dev.buildlog.curate.Vectors;
import dev.buildlog.curate.WordVectors;
import dev.buildlog.journal.Checkout;
import dev.buildlog.ledger.Ledger;
import dev.buildlog.ledger.ModelAnswers;
import dev.buildlog.ledger.ModelUsage;
import dev.buildlog.ledger.RememberedVectors;
import dev.buildlog.ledger.Standings.Stand;
import dev.buildlog.mcp.McpEndpoint;
import dev.buildlog.mcp.Projects;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Project;
import dev.buildlog.models.GitRepositories;
import dev.buildlog.models.MiniLm;
import dev.buildlog.models.remote.LazyChatModel;
import dev.buildlog.models.remote.RemoteEmbedder;
import dev.buildlog.pipeline.CheckoutPlan;
import dev.buildlog.pipeline.Core;
import dev.buildlog.pipeline.Front;
import dev.buildlog.pipeline.Pipelines;
import dev.langchain4j.model.chat.ChatModel;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts the parts together: the one place that knows which classes stand behind the seams. */
final class Assembly implements AutoCloseable {

    /** Backends that send texts to a service. */
    private static final Set<String> REMOTE = Set.of("openai", "ollama");

    private final Workplace here;
    private final Ledger ledger;
    private final Core core;
    private final Map<String, Similarity> similarities;
    private final Runnable closing;
    private @Nullable Checkout checkout;
    private @Nullable CheckoutPlan plan;

    private Assembly(Workplace here, Assembly lender, Runnable closing) {
        this.here = here;
        this.ledger = lender.ledger;
        this.core = lender.core;
        this.similarities = lender.similarities;
        this.closing = closing;
    }

    private Assembly(Workplace here, Ledger ledger) {
        this.here = here;
        this.ledger = ledger;
        this.closing = ledger::close;
        Vectors vectors = new Vectors(sentences(here), new ShippedVectors(new RememberedVectors(ledger)));
        this.similarities = new HashMap<>(Map.of(TokenSimilarity.NAME, new TokenSimilarity()));
        if (MiniLm.isPresent()) {
            similarities.put(MiniLm.NAME, new EmbeddingSimilarity(MiniLm.NAME, MiniLm.THRESHOLD, vectors));
        }
        Settings home = Settings.load(here.home(), null, here.environment(), here.options());
        String backend = home.text(Keys.EMBEDDINGS_BACKEND);
        if (REMOTE.contains(backend)) {
            Embedder remote = RemoteEmbedder.of(backend, home, here.home(), here.environment());
            similarities.put(backend, new EmbeddingSimilarity(backend, home.number(Keys.EMBEDDINGS_SAME_PERCENT) / 100.0,
                    new Vectors(remote, new RememberedVectors(ledger))));
        }
        this.core = new Core(here.install(), here.home(), ledger, new GitRepositories(), similarities, vectors, here.clock(),
                Version.number());
    }

    private static Embedder sentences(Workplace here) {
        return MiniLm.isPresent() ? new MiniLm(here.home().resolve("cache/models")) : new WordVectors();
    }

    /** The parts over the ledger of the workplace's home: those that the process keeps open, if it does so, else new ones. */
    static Assembly at(Workplace here) {
        KeptOpen kept = here.kept();
        return kept == null || !here.options().isEmpty() ? opened(here) : kept.lend(here);
    }

    /** Opens the ledger of the workplace's home, and makes the folders that routes write to. */
    static Assembly opened(Workplace here) {
        Ledger ledger = Ledger.open(here.home());
        try {
            Files.createDirectories(here.home().resolve("emissions/pending"));
        } catch (IOException e) {
            // artifacts then wait in the outbox, and the emit route says so
            here.say("cannot make the folder of emissions in " + here.home() + ": " + e.getMessage());
        }
        return new Assembly(here, ledger);
    }

    /** The same for a command elsewhere in the process; closing that runs {@code givenBack} and leaves this one open. */
    Assembly lent(Workplace newHere, Runnable givenBack) {
        return new Assembly(newHere, this, givenBack);
    }

    Core core() {
        return core;
    }

    /** The checkout around the workplace's directory; it stays the same for a command, once the ledger is up to date. */
    Checkout checkout() {
        Checkout known = checkout;
        if (known == null) {
            known = core.repositories().locate(here.root());
            checkout = known;
        }
        return known;
    }

    /** Id of its project. */
    String project() {
        return checkout().project().id();
    }

    /** What would serve the checkout around the workplace's directory; it stays the same for a command. */
    CheckoutPlan plan() {
        CheckoutPlan known = plan;
        if (known == null) {
            known = CheckoutPlan.of(core, here.root(), settings(), front());
            plan = known;
        }
        return known;
    }

    /** Has the checkout looked up anew: a sync may have found its project under another id. */
    void lookAgain() {
        checkout = null;
        plan = null;
    }

    /** The live rules of the project and what was decided about each, by id; the gate's verdicts on them are at hand. */
    List<Stand> stands() {
        List<Stand> stands = core.standings().all(project());
        core.readyGate(stands.stream().map(stand -> stand.candidate().rule().text()).toList());
        return stands;
    }

    /** Effective settings of a checkout, or of the home for null, as placeholders. */
    Function<@Nullable Path, Map<String, String>> settings() {
        return root -> {
            Map<String, String> settings = Settings.load(here.home(), root, here.environment(), here.options()).asProperties();
            settings.computeIfPresent("buildlog.embeddings.backend", (key, name) -> backend(name));
            return settings;
        };
    }

    /** The backend by its own name, so that entries are read again where another one becomes the best there is. */
    private String backend(String name) {
        Similarities known = new Similarities(similarities.values());
        if (name.equals(MiniLm.NAME) && !MiniLm.isPresent()) {
            throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, "embeddings.backend is minilm, which the slim "
                    + "distribution does not have. Set it to auto or token, or take the full distribution.", null);
        }
        if (REMOTE.contains(name) && !similarities.containsKey(name)) {
            throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, "embeddings.backend is " + name + " here, which"
                    + " would send the journal to a service. Only the home's config.yaml can allow that: set it there.", null);
        }
        return name.equals(Similarities.AUTO) ? known.best() : name;
    }

    /** The beans of the front doors, counting into {@code meters}. */
    Front front(PrometheusMeterRegistry meters) {
        return front(() -> meters);
    }

    private Front front(Supplier<PrometheusMeterRegistry> meters) {
        Contract contract = new Contract(here.install());
        return new Front(
                Map.ofEntries(entry("questions", Questions.class), entry("submissions", Submissions.class),
                        entry("feedback", Feedback.class), entry("gauntlet", Runs.class), entry("policy", PolicyInForce.class),
                        entry("deciding", Deciding.class), entry("github", GithubEvents.class),
                        entry("observation", Observation.class), entry("errors", Errors.class), entry("mcp", McpEndpoint.class),
                        entry("doorRequests", DoorRequests.class),
                        entry("chatModel", Object.class)),
                pipelines -> Map.ofEntries(entry("questions", questions(pipelines)),
                        entry("submissions", new Submissions(core, contract)), entry("feedback", new Feedback(core, contract)),
                        entry("gauntlet", new Runs(core, contract)), entry("policy", new PolicyInForce(core)),
                        entry("deciding", new Deciding(core, contract, questions(pipelines), pipelines::targetsOf)),
                        entry("github", new GithubEvents(core, this::githubSecret)),
                        entry("observation", new Observation(core, contract, pipelines, meters.get())),
                        entry("errors", new Errors()), entry("mcp", mcp(pipelines)),
                        entry("doorRequests", new DoorRequests(core, pipelines)), entry("chatModel", chatModel())));
    }

    private Optional<String> githubSecret() {
        Settings settings = Settings.load(here.home(), null, here.environment(), here.options());
        return KeyFile.find("GITHUB_WEBHOOK_SECRET", here.home().resolve(settings.text(Keys.GITHUB_SECRET_FILE)),
                here.environment());
    }

    private McpEndpoint mcp(Pipelines pipelines) {
        Workplace served = here.keeping(new KeptOpen(this));
        ledger.keepAnswers();
        return new McpEndpoint(new InProcess(served), name -> {
            List<Project> meant = core.projects().named(name);
            return pipelines.checkouts().stream()
                    .filter(checkout -> meant.size() == 1 && checkout.project().id().equals(meant.get(0).id()))
                    .findFirst()
                    .map(checkout -> new Projects.Watched(checkout.project().id(), new InProcess(served.in(checkout.root()))));
        }, Version.number());
    }

    private Questions questions(Pipelines pipelines) {
        return new Questions(core, project -> pipelines.setting(project, Keys.PUBLISH_AUTO.name()), pipelines::checkouts);
    }

    /** The model that routes may ask; its settings are those of the home, whatever a project says. */
    private ChatModel chatModel() {
        return LazyChatModel.of(here.install(), here.home(),
                () -> Settings.load(here.home(), null, here.environment(), here.options()), here.environment(),
                new ModelAnswers(ledger, here.clock()), new ModelUsage(ledger), here.clock());
    }

    /** The front for commands, which nobody asks for figures. */
    Front front() {
        return front(() -> new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    }

    @Override
    public void close() {
        closing.run();
    }
}
