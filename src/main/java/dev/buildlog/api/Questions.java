package dev.buildlog.api;

import dev.buildlog.curate.Gate;
import dev.buildlog.curate.Scorer;
import dev.buildlog.ledger.PosteriorHistory;
import dev.buildlog.ledger.Posteriors.Posterior;
import dev.buildlog.ledger.Rules.Named;
import dev.buildlog.model.Confidence;
import dev.buildlog.model.Holder;
import dev.buildlog.model.Project;
import dev.buildlog.model.Rule;
import dev.buildlog.pipeline.Core;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The bean {@code questions}: what HTTP may ask of the ledger. */
public final class Questions {

    private static final int PAGE = 50;

    private final Core core;

    public Questions(Core core) {
        this.core = core;
    }

    /** All projects of the home. */
    public Answer projects() {
        return Json.answer(200, Map.of("projects", core.projects().all().stream().map(this::project).toList()));
    }

    /**
     * The live rules of a project, or one of them.
     *
     * @param headers {@code project}, and {@code id}: any id a rule ever had; none for all rules
     * @throws RequestProblem 404 for an unknown project or id, 410 if no live entry says it any more
     */
    public Answer rules(Map<String, Object> headers) {
        String project = Request.address(headers, "project");
        String id = Request.text(headers, "id");
        require(project);
        if (id.isEmpty()) {
            List<Rule> all = core.rules().withSources(project);
            return Json.answer(200, Map.of("project", project, "rules",
                    all.stream().filter(rule -> Gate.objection(rule.text()).isEmpty()).map(this::rule).toList(), "held",
                    all.stream().filter(rule -> Gate.objection(rule.text()).isPresent()).map(Questions::held).toList()));
        }
        Named named = core.rules().resolve(project, id);
        if (named instanceof Named.Live live) {
            return Json.answer(200, rule(live.rule()));
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
        String project = Request.address(headers, "project");
        require(project);
        return Json.answer(200, Map.of("posteriors", core.posteriors().all(project, core.priors()).stream()
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
        String project = Request.address(headers, "project");
        require(project);
        String rules = Request.text(headers, "rule");
        PosteriorHistory.Page page = core.posteriorHistory().page(project, new PosteriorHistory.Query(
                rules.isEmpty() ? List.of() : List.of(rules.split(",")), Request.text(headers, "persona"),
                parsed(headers, "since", Instant::parse), parsed(headers, "until", Instant::parse),
                parsed(headers, "before", Long::valueOf),
                Objects.requireNonNullElse(parsed(headers, "limit", Integer::valueOf), PAGE)), core.priors());
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

    /** @throws RequestProblem 404 if there is no such project */
    Project require(String project) {
        return core.projects().find(project).orElseThrow(() -> new RequestProblem(404, "No such project",
                "this home has no project " + project + ": GET /api/v1/projects lists them"));
    }

    private Map<String, Object> project(Project project) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", project.id());
        fields.put("name", project.name());
        fields.put("remote", project.remote());
        fields.put("checkouts", core.projects().holders(project.id()).stream().filter(holder -> !holder.isSubmission())
                .map(Holder::root).distinct().toList());
        return fields;
    }

    /** A rule that waits for a person: its text is shown to whoever asks for it by its id. */
    private static Map<String, Object> held(Rule rule) {
        return Map.of("id", rule.id(), "reason", Gate.objection(rule.text()).orElse(""), "sources", rule.sources());
    }

    private Map<String, Object> rule(Rule rule) {
        Confidence confidence = Scorer.confidence(rule, core.clock().instant());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", rule.id());
        fields.put("category", rule.category());
        fields.put("rule", rule.text());
        fields.put("frequency", rule.frequency());
        fields.put("confidence", confidence.level().key());
        fields.put("confidence_score", confidence.score());
        fields.put("confidence_tier", confidence.tier());
        fields.put("earliest", rule.earliest());
        fields.put("latest", rule.latest());
        fields.put("sources", List.copyOf(rule.sources()));
        fields.put("tags", rule.tags());
        fields.put("contradicts", rule.contradicts());
        return fields;
    }
}
