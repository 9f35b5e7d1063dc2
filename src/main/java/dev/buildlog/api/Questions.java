package dev.buildlog.api;

import dev.buildlog.curate.Gate;
import dev.buildlog.curate.Scorer;
import dev.buildlog.journal.Checkout;
import dev.buildlog.learn.Admission;
import dev.buildlog.learn.Prior;
import dev.buildlog.ledger.PosteriorHistory;
import dev.buildlog.ledger.Posteriors.Posterior;
import dev.buildlog.ledger.Rules.Named;
import dev.buildlog.ledger.Standings.Stand;
import dev.buildlog.model.Candidate;
import dev.buildlog.model.Confidence;
import dev.buildlog.model.Holder;
import dev.buildlog.model.Project;
import dev.buildlog.model.Rule;
import dev.buildlog.model.RuleState;
import dev.buildlog.model.Standing;
import dev.buildlog.pipeline.Core;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The bean {@code questions}: what HTTP may ask of the ledger. */
public final class Questions {

    private static final int PAGE = 50;

    /** Header by which the server says that only one project is open to the caller, and which; see {@code AccessGuard}. */
    private static final String OPEN = "Buildlog-Project";

    private final Core core;
    private final Function<String, String> auto;
    private final Supplier<List<Checkout>> served;

    /**
     * @param auto the setting {@code publish.auto} of a project
     * @param served the checkouts that this process serves; the ledger knows of them when the first of their entries is read
     */
    public Questions(Core core, Function<String, String> auto, Supplier<List<Checkout>> served) {
        this.core = core;
        this.auto = auto;
        this.served = served;
    }

    /** As if rules never went out without a person. */
    public Questions(Core core) {
        this(core, project -> "off", List::of);
    }

    /** The projects of the home that are open to the caller. */
    public Answer projects(Map<String, Object> headers) {
        String only = Request.address(headers, OPEN);
        return Json.answer(200, Map.of("projects", core.projects().all().stream()
                .filter(project -> only.isEmpty() || project.id().equals(only)).map(this::fields).toList()));
    }

    /**
     * The live rules of a project, or one of them.
     *
     * @param headers {@code project}, and {@code id}: any id a rule ever had; none for all rules
     * @throws RequestProblem 404 for an unknown project or id, 410 if no live entry says it any more
     */
    public Answer rules(Map<String, Object> headers) {
        String project = project(headers).id();
        String id = Request.text(headers, "id");
        if (id.isEmpty()) {
            List<Stated> all = stated(project);
            return Json.answer(200, Map.of("project", project, "rules",
                    all.stream().filter(one -> one.state != RuleState.QUARANTINED).map(Questions::rule).toList(), "held",
                    all.stream().filter(one -> one.state == RuleState.QUARANTINED).map(Questions::held).toList()));
        }
        Named named = core.rules().resolve(project, id);
        if (named instanceof Named.Live live) {
            return Json.answer(200, stated(project).stream().filter(one -> one.isOf(live.rule())).findFirst()
                    .map(Questions::rule).orElseThrow(() -> new RequestProblem(410, "Gone", "no live entry says this any more")));
        }
        if (named instanceof Named.Tombstone tombstone) {
            throw new RequestProblem(410, "Gone", "no live entry says this any more: " + tombstone.text());
        }
        throw new RequestProblem(404, "No such rule", "no rule of this project ever had the id " + id);
    }

    /**
     * What is believed of every rule of a project that an outcome has rewarded, with the range that holds its rate with a
     * probability of 95 %.
     *
     * @param headers {@code project}
     * @throws RequestProblem 404 for an unknown project
     */
    public Answer posteriors(Map<String, Object> headers) {
        String project = project(headers).id();
        return Json.answer(200, Map.of("posteriors", core.posteriors().all(project, core.priors(project)).stream()
                .map(Posterior::fields).toList()));
    }

    /**
     * How outcomes moved what is believed of the rules, newest first.
     *
     * @param headers {@code project}, and perhaps {@code rule} (ids, with commas between), {@code persona}, {@code since},
     *     {@code until}, {@code before} (a page's {@code next}) and {@code limit} (1 to 500, else 50)
     * @throws RequestProblem 404 for an unknown project, 400 for what is no instant or number
     */
    public Answer posteriorHistory(Map<String, Object> headers) {
        String project = project(headers).id();
        String rules = Request.text(headers, "rule");
        PosteriorHistory.Page page = core.posteriorHistory().page(project, new PosteriorHistory.Query(
                rules.isEmpty() ? List.of() : List.of(rules.split(",")), Request.text(headers, "persona"),
                parsed(headers, "since", Instant::parse), parsed(headers, "until", Instant::parse),
                parsed(headers, "before", Long::valueOf),
                Objects.requireNonNullElse(parsed(headers, "limit", Integer::valueOf), PAGE)), core.priors(project));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("snapshots", page.changes().stream().map(PosteriorHistory.Change::fields).toList());
        fields.put("next", page.next());
        return Json.answer(200, fields);
    }

    private static <T> @Nullable T parsed(Map<String, Object> headers, String name, Function<String, T> parse) {
        String text = Request.text(headers, name);
        try {
            return text.isEmpty() ? null : parse.apply(text);
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new RequestProblem(400, "Not readable", "'" + name + "' is '" + text + "': send an instant such as"
                    + " 2026-04-01T00:00:00Z, or a whole number");
        }
    }

    /**
     * The project in the address of a request, which names it by its id or its name.
     *
     * @throws RequestProblem 404 if there is none, 409 if several have the name, 403 if the caller's token is for another one
     */
    Project project(Map<String, Object> headers) {
        String named = Request.address(headers, "project");
        String open = Request.address(headers, OPEN);
        List<Project> meant = core.projects().named(named);
        if (!open.isEmpty() && meant.stream().noneMatch(project -> project.id().equals(open))) {
            throw new RequestProblem(403, "Not yours", "this token opens the project " + open + " alone");
        }
        if (meant.size() > 1) {
            throw new RequestProblem(409, "Which of them", "several projects are named " + named + ": use an id, one of "
                    + String.join(", ", meant.stream().map(Project::id).toList()));
        }
        return meant.stream().findFirst().orElseThrow(() -> new RequestProblem(404, "No such project",
                "this home has no project " + named + ": GET /api/v1/projects lists them"));
    }

    private Map<String, Object> fields(Project project) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", project.id());
        fields.put("name", project.name());
        fields.put("remote", project.remote());
        List<String> checkouts = Stream.concat(
                core.projects().holders(project.id()).stream().filter(holder -> !holder.isSubmission()).map(Holder::root),
                served.get().stream().filter(one -> one.project().id().equals(project.id())).map(one -> one.root().toString()))
                .distinct().toList();
        fields.put("path", checkouts.isEmpty() ? "" : checkouts.get(0));
        fields.put("checkouts", checkouts);
        return fields;
    }

    /** The states of the live rules of a project, by id. */
    Map<String, String> states(String project) {
        Map<String, String> states = new HashMap<>();
        stated(project).forEach(one -> states.put(one.candidate.rule().id(), one.state.key()));
        return states;
    }

    /** @param objection what the gate has against it; empty for nothing */
    private record Stated(Candidate candidate, RuleState state, String objection) {

        boolean isOf(Rule rule) {
            return candidate.rule().id().equals(rule.id()) && candidate.rule().category().equals(rule.category());
        }
    }

    private List<Stated> stated(String project) {
        Admission admission = Admission.from(auto.apply(project));
        Instant now = core.clock().instant();
        List<Candidate> rules = core.standings().all(project).stream().map(Stand::candidate).toList();
        core.readyGate(rules.stream().map(one -> one.rule().text()).toList());
        return rules.stream().map(one -> {
            Candidate scored = one.withConfidence(Scorer.confidence(one.rule(), now));
            String text = one.rule().text();
            Optional<String> objection = one.terms().released() ? Gate.unreleasable(text) : Gate.objection(text);
            return new Stated(scored, RuleState.of(one.standing(), objection.isPresent(), admission.admits(scored)),
                    objection.orElse(""));
        }).toList();
    }

    /** A rule that waits for a person: its text is shown to whoever asks for it by its id. */
    private static Map<String, Object> held(Stated held) {
        return Map.of("id", held.candidate.rule().id(), "reason", held.objection, "sources", held.candidate.rule().sources());
    }

    private static Map<String, Object> rule(Stated stated) {
        Rule rule = stated.candidate.rule();
        Confidence confidence = stated.candidate.confidence();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", rule.id());
        fields.put("category", rule.category());
        fields.put("text", Gate.shown(rule.text()));
        fields.put("rule", rule.text());
        fields.put("state", stated.state.key());
        fields.put("frequency", rule.frequency());
        fields.put("confidence", confidence.level().key());
        fields.put("confidence_score", confidence.score());
        fields.put("confidence_tier", confidence.tier());
        fields.put("earliest", rule.earliest());
        fields.put("latest", rule.latest());
        fields.put("sources", List.copyOf(rule.sources()));
        fields.put("tags", rule.tags());
        fields.put("contradicts", rule.contradicts());
        if (stated.candidate.isChanged()) {
            fields.put("changed_to", stated.candidate.terms().pending());
        }
        if (!stated.candidate.hearsay().isEmpty()) {
            fields.put("hearsay", stated.candidate.hearsay());
        }
        if (!stated.candidate.terms().targets().isEmpty()) {
            fields.put("targets", stated.candidate.terms().targets());
        }
        return fields;
    }
}
