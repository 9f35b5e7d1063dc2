package dev.buildlog.api;

import dev.buildlog.learn.proof.Repeats;
import dev.buildlog.ledger.IdempotencyKeys;
import dev.buildlog.model.Finding;
import dev.buildlog.model.Mistake;
import dev.buildlog.model.MistakeReceipt;
import dev.buildlog.model.Review;
import dev.buildlog.model.ReviewReceipt;
import dev.buildlog.model.Reward;
import dev.buildlog.model.RewardReceipt;
import dev.buildlog.model.Sha256;
import dev.buildlog.pipeline.Core;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bean {@code feedback}: reviews, outcomes and mistakes that come over HTTP. */
public final class Feedback {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final int ID_DIGITS = 20;

    private final Core core;
    private final Questions questions;

    public Feedback(Core core) {
        this.core = core;
        this.questions = new Questions(core);
    }

    /**
     * The review in a request.
     *
     * @param headers those of the request, and {@code project} out of its address
     * @throws RequestProblem if it is none, or its key was used for another request
     */
    public Review review(Map<String, Object> headers, byte @Nullable [] body) {
        String project = project(headers);
        FeedbackBody.OfReview told = FeedbackBody.read(body, FeedbackBody.OfReview.class, "the body must be an object with"
                + " 'findings' and perhaps 'policy', 'context', 'session', 'commit', 'source'");
        if (!FeedbackBody.plain(told.run()).isEmpty()) {
            throw new RequestProblem(422, "No such run", "this home has no run " + told.run() + ": leave 'run' out to have"
                    + " citations checked against the rules of the project");
        }
        if (told.findings() == null || told.findings().stream().anyMatch(Objects::isNull)) {
            throw new RequestProblem(422, "Not a review", "'findings' is missing or holds null: send an empty list if"
                    + " nothing was found");
        }
        List<Finding> findings = told.findings().stream().map(FeedbackBody.OfFinding::finding).toList();
        return new Review(id("rev-", project, headers, body), project, FeedbackBody.plain(told.policy()), told.context(),
                FeedbackBody.plain(told.session()), FeedbackBody.plain(told.commit()), FeedbackBody.plain(told.source()),
                findings, core.instant());
    }

    /** The answer to a recorded review. */
    public Answer reviewed(ReviewReceipt receipt) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("review", receipt.review());
        fields.put("action", receipt.action());
        fields.put("credited", receipt.credited());
        fields.put("hallucinated", receipt.hallucinated());
        return Json.answer(201, fields);
    }

    /**
     * The reward in a request.
     *
     * @param headers those of the request, and {@code project} out of its address
     * @throws RequestProblem if it is none, or its key was used for another request
     */
    public Reward reward(Map<String, Object> headers, byte @Nullable [] body) {
        String project = project(headers);
        FeedbackBody.OfReward told = FeedbackBody.read(body, FeedbackBody.OfReward.class, "the body must be an object with"
                + " 'outcome' and perhaps 'distance', 'review', 'rules', 'context'");
        if (told.outcome() == null || told.rules() != null && told.rules().stream().anyMatch(Objects::isNull)) {
            throw new RequestProblem(422, "Not a reward", "'outcome' is missing, or 'rules' holds null: send one of "
                    + String.join(", ", Reward.OUTCOMES));
        }
        return new Reward(id("rew-", project, headers, body), project, told.outcome(), told.distance(),
                FeedbackBody.plain(told.review()), told.rules(), told.context(), core.instant());
    }

    /** The answer to a recorded reward. */
    public Answer rewarded(RewardReceipt receipt) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("reward", receipt.reward());
        fields.put("value", receipt.value());
        fields.put("review", receipt.review());
        fields.put("rules", receipt.rules());
        return Json.answer(201, fields);
    }

    /**
     * The mistake in a request.
     *
     * @param headers those of the request, and {@code project} out of its address
     * @throws RequestProblem if it is none, or its key was used for another request
     */
    public Mistake mistake(Map<String, Object> headers, byte @Nullable [] body) {
        String project = project(headers);
        FeedbackBody.OfMistake told = FeedbackBody.read(body, FeedbackBody.OfMistake.class, "the body must be an object with"
                + " 'error_class', 'description' and perhaps 'severity', 'session', 'corrected_by_rule', 'related_concepts',"
                + " 'relation_to_prior' with 'id' and 'type', 'resolution_action', 'context'");
        if (told.concepts() != null && told.concepts().stream().anyMatch(Objects::isNull)) {
            throw new RequestProblem(422, "Not a mistake", "'related_concepts' holds null: leave it out");
        }
        FeedbackBody.OfRelation relation = told.relation();
        return new Mistake(id("mis-", project, headers, body), project, FeedbackBody.plain(told.errorClass()),
                FeedbackBody.plain(told.severity()), FeedbackBody.plain(told.description()), FeedbackBody.plain(told.session()),
                "", "", FeedbackBody.plain(told.correctedBy()), told.concepts() == null ? List.of() : told.concepts(),
                relation == null ? "" : FeedbackBody.plain(relation.type()),
                relation == null ? "" : FeedbackBody.plain(relation.id()), FeedbackBody.plain(told.resolution()),
                FeedbackBody.plain(told.context()), core.instant());
    }

    /** The answer to a recorded mistake: whether it was made before, as far as can be told now. */
    public Answer mistaken(MistakeReceipt receipt) {
        Repeats.@Nullable Match repeats = core.experiments().repeats(receipt.project(), receipt.mistake(), Repeats.USUAL)
                .orElse(null);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("mistake", receipt.mistake());
        fields.put("session", receipt.session());
        fields.put("was_repeat", repeats != null);
        if (repeats != null) {
            fields.put("similar_prior", repeats.earlier());
            fields.put("similarity", repeats.score());
        }
        return Json.answer(201, fields);
    }

    private String project(Map<String, Object> headers) {
        String project = Request.address(headers, "project");
        questions.require(project);
        if (!Request.text(headers, "Content-Type").split(";")[0].strip().equalsIgnoreCase(Answer.JSON)) {
            throw new RequestProblem(415, "Not JSON", "send it as application/json");
        }
        return project;
    }

    /**
     * Under one key a request has one id, in every process: the ledger records an id once and goes on giving the same receipt.
     *
     * @throws RequestProblem 422 if the key was used with another body
     */
    private String id(String prefix, String project, Map<String, Object> headers, byte @Nullable [] body) {
        String key = Request.text(headers, IDEMPOTENCY_KEY);
        if (key.isEmpty()) {
            return prefix + UUID.randomUUID().toString().replace("-", "").substring(0, ID_DIGITS);
        }
        String hash = Sha256.of(prefix + Sha256.of(body == null ? new byte[0] : body));
        IdempotencyKeys.Answer claimed = core.idempotencyKeys().claim(project, key, hash);
        if (!claimed.requestHash().equals(hash)) {
            throw new RequestProblem(422, "Key used before", "another request was sent under this Idempotency-Key: choose a new"
                    + " key for a new request");
        }
        return prefix + Sha256.of(String.join("\n", project, key, hash)).substring(0, ID_DIGITS);
    }
}
