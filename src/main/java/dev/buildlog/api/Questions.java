package dev.buildlog.api;

import dev.buildlog.curate.Gate;
import dev.buildlog.curate.Scorer;
import dev.buildlog.learn.Prior;
import dev.buildlog.ledger.Posteriors.Posterior;
import dev.buildlog.ledger.Rules.Named;
import dev.buildlog.model.Confidence;
import dev.buildlog.model.Holder;
import dev.buildlog.model.Project;
import dev.buildlog.model.Rule;
import dev.buildlog.pipeline.Core;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bean {@code questions}: what HTTP may ask of the ledger. */
public final class Questions {

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
        String project = require(Request.address(headers, "project")).id();
        String id = Request.text(headers, "id");
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
        String project = require(Request.address(headers, "project")).id();
        return Json.answer(200, Map.of("posteriors", core.posteriors().all(project, rule -> Prior.learned()).stream()
                .map(Posterior::fields).toList()));
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
