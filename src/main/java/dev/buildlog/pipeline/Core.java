package dev.buildlog.pipeline;

import dev.buildlog.curate.Gate;
import dev.buildlog.curate.Passes;
import dev.buildlog.curate.Similarity;
import dev.buildlog.curate.Vectors;
import dev.buildlog.journal.Checkout;
import dev.buildlog.journal.Repositories;
import dev.buildlog.ledger.Consumed;
import dev.buildlog.learn.Priors;
import dev.buildlog.ledger.AccessTokens;
import dev.buildlog.ledger.Clearances;
import dev.buildlog.ledger.Commits;
import dev.buildlog.ledger.DeadLetters;
import dev.buildlog.ledger.Decisions;
import dev.buildlog.ledger.Eligibility;
import dev.buildlog.ledger.EntryRecorder;
import dev.buildlog.ledger.Experiments;
import dev.buildlog.ledger.Exposures;
import dev.buildlog.ledger.GauntletRuns;
import dev.buildlog.ledger.IdempotencyKeys;
import dev.buildlog.ledger.KnownEntries;
import dev.buildlog.ledger.KnownRepositories;
import dev.buildlog.ledger.Ledger;
import dev.buildlog.ledger.Mistakes;
import dev.buildlog.ledger.OffPolicyLog;
import dev.buildlog.ledger.Outbox;
import dev.buildlog.ledger.Policies;
import dev.buildlog.ledger.PosteriorHistory;
import dev.buildlog.ledger.Posteriors;
import dev.buildlog.ledger.ProjectMerge;
import dev.buildlog.ledger.Projects;
import dev.buildlog.ledger.RememberedPasses;
import dev.buildlog.ledger.Retirements;
import dev.buildlog.ledger.ReviewOutcomes;
import dev.buildlog.ledger.Reviews;
import dev.buildlog.ledger.RewardRecords;
import dev.buildlog.ledger.Rewards;
import dev.buildlog.ledger.Risks;
import dev.buildlog.ledger.RuleStories;
import dev.buildlog.ledger.Rules;
import dev.buildlog.ledger.Seeds;
import dev.buildlog.ledger.Selections;
import dev.buildlog.ledger.Sessions;
import dev.buildlog.ledger.Standings;
import dev.buildlog.ledger.Submissions;
import dev.buildlog.ledger.ToldReviews;
import dev.buildlog.ledger.Trust;
import dev.buildlog.legacy.LegacyId;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Holder;
import dev.buildlog.render.ExposureLog;
import dev.buildlog.seed.PersonaShelf;
import dev.buildlog.seed.Personas;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What all pipelines of a process share: the installation, the home, the ledger and the clock.
 */
public final class Core {

    private final Path application;
    private final Path home;
    private final Ledger ledger;
    private final Repositories repositories;
    private final Map<String, Similarity> similarities;
    private final Vectors vectors;
    private final Clock clock;
    private final String version;
    private final PersonaShelf personas = new PersonaShelf();
    private final AtomicReference<Instant> last = new AtomicReference<>(Instant.EPOCH);

    /**
     * @param application folder with the shipped {@code routes} and {@code components}
     * @param similarities de-duplication backends by name
     * @param vectors by which insights without a category are classified
     * @param version version of buildlog; part of every recipe, since the code that reads entries changes with it
     */
    public Core(Path application, Path home, Ledger ledger, Repositories repositories, Map<String, Similarity> similarities,
            Vectors vectors, Clock clock, String version) {
        this.application = application;
        this.home = home;
        this.ledger = ledger;
        this.similarities = Map.copyOf(similarities);
        this.vectors = vectors;
        this.clock = clock;
        this.version = version;
        this.repositories = new KnownRepositories(repositories, projects());
    }

    public Path application() {
        return application;
    }

    public Path home() {
        return home;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Repositories repositories() {
        return repositories;
    }

    public Map<String, Similarity> similarities() {
        return similarities;
    }

    public Vectors vectors() {
        return vectors;
    }

    public Clock clock() {
        return clock;
    }

    public String version() {
        return version;
    }

    /**
     * The present instant, later than any given before and any in the ledger: of two observations of one file the later one
     * must count, also after a clock was set back.
     */
    public Instant instant() {
        return last.updateAndGet(before -> {
            Instant floor = before.equals(Instant.EPOCH) ? known().latest() : before;
            Instant now = clock.instant();
            return now.isAfter(floor) ? now : floor.plusNanos(1_000);
        });
    }

    public Projects projects() {
        return new Projects(ledger, clock);
    }

    /** The checkout around {@code place}, made known to the ledger: as the project it was, if only its name or place is new. */
    public Checkout admit(Path place) {
        Checkout found = repositories.locate(place);
        String root = found.root().toString();
        return found.of(projects().admit(found.project(), root, repositories.mark(found.root()),
                LegacyId.of(found.project().remote(), root)));
    }

    public ProjectMerge projectMerge() {
        return new ProjectMerge(ledger, similarities);
    }

    public KnownEntries known() {
        return new KnownEntries(ledger);
    }

    public Rules rules() {
        return new Rules(ledger);
    }

    public DeadLetters deadLetters() {
        return new DeadLetters(ledger, clock);
    }

    /** What gates have let pass; see {@link Passes}. */
    public Passes passes() {
        return new RememberedPasses(ledger, clock);
    }

    /** Has the shipped gate's verdicts on {@code texts} at hand, for questions that need those of thousands. */
    public void readyGate(Collection<String> texts) {
        Gate.shipped().ready(texts, passes().readOnly());
    }

    public Trust trust() {
        return new Trust(ledger, clock);
    }

    public Outbox outbox() {
        return new Outbox(ledger);
    }

    public Submissions submissions() {
        return new Submissions(ledger);
    }

    public AccessTokens tokens() {
        return new AccessTokens(ledger, clock);
    }

    public IdempotencyKeys idempotencyKeys() {
        return new IdempotencyKeys(ledger, clock);
    }

    public EntryRecorder recorder() {
        return new EntryRecorder(ledger, similarities, clock, version);
    }

    public Decisions decisions() {
        return new Decisions(ledger, similarities, clock, version);
    }

    public Standings standings() {
        return new Standings(ledger, similarities);
    }

    public Eligibility eligibility() {
        return new Eligibility(ledger);
    }

    public Commits commits() {
        return new Commits(ledger);
    }

    public Reviews reviews() {
        return new Reviews(ledger);
    }

    public ReviewOutcomes reviewOutcomes() {
        return new ReviewOutcomes(ledger);
    }

    public Rewards rewards() {
        return new Rewards(ledger);
    }

    public RewardRecords rewardRecords() {
        return new RewardRecords(ledger);
    }

    public RuleStories ruleStories() {
        return new RuleStories(ledger);
    }

    public Consumed consumed() {
        return new Consumed(ledger);
    }

    public Seeds seeds() {
        return new Seeds(ledger);
    }

    public Sessions sessions() {
        return new Sessions(ledger);
    }

    public Mistakes mistakes() {
        return new Mistakes(ledger);
    }

    public Experiments experiments() {
        return new Experiments(ledger);
    }

    public OffPolicyLog offPolicyLog() {
        return new OffPolicyLog(ledger);
    }

    public PosteriorHistory posteriorHistory() {
        return new PosteriorHistory(ledger);
    }

    public Retirements retirements() {
        return new Retirements(ledger);
    }

    public GauntletRuns gauntletRuns() {
        return new GauntletRuns(ledger);
    }

    public ToldReviews toldReviews() {
        return new ToldReviews(ledger);
    }

    public Risks risks() {
        return new Risks(ledger);
    }

    public Clearances clearances() {
        return new Clearances(ledger);
    }

    /** The personas that serve a checkout, as their files are now. */
    public Personas personas(Path root) {
        return personas.load(Personas.folders(application, home, root));
    }

    /** The personas that serve a project: those of all its checkouts that the ledger knows and that are there. */
    public Personas personas(String project) {
        return personas.load(personaFolders(project));
    }

    /** Where those lie, in order of precedence. */
    public List<Path> personaFolders(String project) {
        List<Path> folders = new ArrayList<>(Personas.folders(application, home, home).subList(0, 3));
        projects().holders(project).stream().map(Holder::root).filter(root -> !root.isEmpty()).distinct().sorted()
                .map(root -> Path.of(root).resolve(Personas.OWN)).forEach(folders::add);
        return List.copyOf(folders);
    }

    /** What a report of reviewers taught, as an entry that can be learned from; empty where that is nothing. */
    public Optional<EntryVersion> reviewEntry(String project, String source, List<String> learned) {
        return Reviewers.learnings(project, source, learned, instant());
    }

    /** What is believed of each rule of a project before any outcome, by id. */
    public Priors priors(String project) {
        return Reviewers.priors(personas(project));
    }

    public Posteriors posteriors() {
        return new Posteriors(ledger);
    }

    public Selections selections() {
        return new Selections(ledger);
    }

    public Policies policies() {
        return new Policies(ledger, Priors.LEARNED);
    }

    public Exposures exposures() {
        return new Exposures(ledger);
    }

    /** Notes what agents' files show. */
    public ExposureLog exposureLog() {
        return (policy, target, rules) -> exposures().record(policy, target.id(), policy.request().root(), target.path(), rules,
                clock.instant());
    }
    Departures departures() {
        return new Departures(this);
    }
}
