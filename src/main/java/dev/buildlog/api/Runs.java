package dev.buildlog.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.buildlog.ledger.ReviewOutcomes.Outcome;
import dev.buildlog.ledger.ToldReviews.Found;
import dev.buildlog.ledger.ToldReviews.Told;
import dev.buildlog.model.GauntletRun;
import dev.buildlog.model.IssuedRun;
import dev.buildlog.pipeline.Core;
import dev.buildlog.review.RunFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The bean {@code gauntlet}: runs, and reviews that were recorded, over HTTP. */
public final class Runs {

    private final Core core;
    private final Contract contract;
    private final Feedback feedback;
    private final Questions questions;

    public Runs(Core core, Contract contract) {
        this.core = core;
        this.contract = contract;
        this.feedback = new Feedback(core, contract);
        this.questions = new Questions(core);
    }

    /** A run that is asked for; only {@code target} must be there. */
    record OfRun(@Nullable String target, @Nullable List<String> personas,
            @JsonProperty("select_k") @Nullable Integer selectK,
            @JsonProperty("max_iterations") @Nullable Integer maxIterations,
            @JsonProperty("stop_at") @Nullable String stopAt, @Nullable String policy,
            @Nullable String context, @Nullable String session, @Nullable String tree) {}

    /**
     * The run in a request.
     *
     * @param headers those of the request, and {@code project} out of its address
     * @throws RequestProblem if it is none, or its key was used for another request
     */
    public GauntletRun run(Map<String, Object> headers, byte @Nullable [] body) {
        String project = feedback.project(headers);
        OfRun told = contract.read(body, "Run", OfRun.class);
        return new GauntletRun(Feedback.id("run-", project, headers), project, "", FeedbackBody.plain(told.target()),
                FeedbackBody.plain(told.tree()), told.personas() == null ? List.of() : told.personas(),
                told.selectK() == null ? GauntletRun.USUAL_K : told.selectK(),
                told.maxIterations() == null ? GauntletRun.USUAL_ITERATIONS : told.maxIterations(),
                told.stopAt() == null ? GauntletRun.USUAL_STOP : told.stopAt(), FeedbackBody.plain(told.policy()),
                told.context(), FeedbackBody.plain(told.session()), core.instant());
    }

    /** The answer to a run that was begun. */
    public Answer begun(IssuedRun run) {
        return Json.answer(201, RunFields.of(run));
    }

    /**
     * A run with its rules.
     *
     * @param headers {@code project} and {@code run}
     * @throws RequestProblem 404 if the project has none of this id
     */
    public Answer show(Map<String, Object> headers) {
        String project = questions.project(headers).id();
        String id = Request.address(headers, "run");
        return Json.answer(200, RunFields.of(core.gauntletRuns().find(project, id).orElseThrow(() -> new RequestProblem(404,
                "No such run", "this project has no run " + id))));
    }

    /**
     * A review with its findings, what they cite, and how the work came out.
     *
     * @param headers {@code project} and {@code review}
     * @throws RequestProblem 404 if the project has none of this id
     */
    public Answer review(Map<String, Object> headers) {
        String project = questions.project(headers).id();
        String id = Request.address(headers, "review");
        Told told = core.toldReviews().find(project, id).orElseThrow(() -> new RequestProblem(404, "No such review",
                "this project has no review " + id));
        Map<String, Object> fields = fields(told);
        fields.put("credited", told.findings().stream().flatMap(found -> found.credited().stream()).distinct().sorted().toList());
        fields.put("hallucinated", told.findings().stream().flatMap(found -> found.invented().stream()).distinct().sorted()
                .toList());
        fields.put("outcome", core.reviewOutcomes().of(id).map(Runs::fields).orElse(null));
        return Json.answer(200, fields);
    }

    private static Map<String, Object> fields(Told review) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("review", review.id());
        fields.put("run", review.run());
        fields.put("iteration", review.iteration());
        fields.put("policy", review.policy());
        fields.put("context", review.context());
        fields.put("session", review.session());
        fields.put("commit", review.commit());
        fields.put("tree", review.tree());
        fields.put("source", review.source());
        fields.put("action", review.action());
        fields.put("at", review.at().toString());
        fields.put("findings", review.findings().stream().map(Runs::fields).toList());
        return fields;
    }

    private static Map<String, Object> fields(Found found) {
        Map<String, Object> fields = RunFields.of(found.finding());
        fields.put("rule_learned", found.ruleLearned());
        fields.put("credited", found.credited());
        fields.put("hallucinated", found.invented());
        return fields;
    }

    private static Map<String, Object> fields(Outcome outcome) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("reward", outcome.reward());
        fields.put("outcome", outcome.outcome());
        fields.put("value", outcome.value());
        fields.put("rules", outcome.rules());
        return fields;
    }
}
