package dev.buildlog.pipeline;

import dev.buildlog.curate.Gate;
import dev.buildlog.learn.Beta;
import dev.buildlog.learn.Prior;
import dev.buildlog.learn.Priors;
import dev.buildlog.model.Candidate;
import dev.buildlog.model.Candidates;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.GauntletRun;
import dev.buildlog.model.Holder;
import dev.buildlog.model.IssuedRule;
import dev.buildlog.model.IssuedRun;
import dev.buildlog.model.Origin;
import dev.buildlog.model.PersonaRule;
import dev.buildlog.model.PublishRequest;
import dev.buildlog.model.ReviewReceipt;
import dev.buildlog.model.Rule;
import dev.buildlog.model.SeedRule;
import dev.buildlog.model.Sha256;
import dev.buildlog.model.Standing;
import dev.buildlog.review.Learnings;
import dev.buildlog.seed.Persona;
import dev.buildlog.seed.Personas;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.rng.simple.RandomSource;

/** Who reviews in a project, by which rules, and what becomes of what they teach. */
final class Reviewers {

    private static final String ENTRIES = "review/";

    private final Core core;

    Reviewers(Core core) {
        this.core = core;
    }

    /** Ids of all rules of personas. */
    static Set<String> ids(Personas personas) {
        return personas.rules().map(PersonaRule::id).collect(Collectors.toSet());
    }

    /** What is believed of each rule before any outcome: a persona's rule begins as its file says. */
    static Priors priors(Personas personas) {
        Map<String, Beta> priors = new HashMap<>();
        personas.rules().forEach(rule -> priors.put(rule.id(), Prior.seed(rule.seed().confidence())));
        return id -> priors.getOrDefault(id, Prior.learned());
    }

    /** Draws the rules of a run, unless it was begun before. */
    IssuedRun begin(GauntletRun run) {
        Personas personas = run.root().isEmpty() ? core.personas(run.project()) : core.personas(Path.of(run.root()));
        return core.gauntletRuns().begin(run, candidates(run, personas), priors(personas), RandomSource.createLong());
    }

    private List<PersonaRule> candidates(GauntletRun run, Personas personas) {
        List<String> wanted = new ArrayList<>(run.personas());
        boolean own = wanted.isEmpty() || wanted.remove(IssuedRule.LEARNED);
        List<PersonaRule> candidates = new ArrayList<>();
        if (run.personas().isEmpty() || !wanted.isEmpty()) {
            personas.named(wanted).stream().map(Persona::rules).forEach(candidates::addAll);
        }
        if (own) {
            allowed(run.project()).map(Reviewers::learned).forEach(candidates::add);
        }
        return candidates;
    }

    /** What the project has learned, worded as agents may see it; without what persons or the gate keep from them. */
    private Stream<Rule> allowed(String project) {
        Candidates live = new Candidates(new PublishRequest(project, ""), core.clock().instant(),
                core.standings().candidates(project), List.of());
        core.readyGate(live.rules().stream().map(one -> one.rule().text()).toList());
        return Gate.shipped().check(live).rules().stream()
                .filter(candidate -> candidate.standing() == Standing.OPEN || candidate.standing().isLetOut())
                .map(Candidate::rule);
    }

    private static PersonaRule learned(Rule rule) {
        return new PersonaRule(rule.id(), IssuedRule.LEARNED, new SeedRule(rule.text(), rule.category(), "", "", "", List.of(),
                List.of(), Map.of()));
    }

    /**
     * What the reviews of a run taught, as one entry of the run however many iterations it has: so it counts once. The instant is
     * taken before the ledger is read; of two entries the later one knows at least what the earlier one does.
     */
    Optional<EntryVersion> learnings(ReviewReceipt receipt) {
        String source = receipt.run().isEmpty() ? receipt.review() : receipt.run();
        Instant at = core.instant();
        return learnings(receipt.project(), source, core.toldReviews().learned(source), at);
    }

    /** The entry for what a source taught; empty where that is nothing. */
    static Optional<EntryVersion> learnings(String project, String source, List<String> learned, Instant at) {
        String text = Learnings.entry(source, learned);
        return text.isEmpty() ? Optional.empty() : Optional.of(EntryVersion.of(project, Holder.SUBMISSION, ENTRIES + source,
                LocalDate.ofInstant(at, ZoneOffset.UTC), Sha256.of(text), text, at).withOrigin(Origin.REVIEW));
    }
}
