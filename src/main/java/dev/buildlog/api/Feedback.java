package dev.buildlog.api;

import dev.buildlog.learn.proof.Repeats;
import dev.buildlog.ledger.IdempotencyKeys;
import dev.buildlog.model.Finding;
import dev.buildlog.model.Mistake;
import dev.buildlog.model.MistakeReceipt;
import dev.buildlog.model.Origin;
import dev.buildlog.model.Review;
import dev.buildlog.model.ReviewReceipt;
import dev.buildlog.model.Reward;
import dev.buildlog.model.RewardReceipt;
import dev.buildlog.model.Sha256;
import dev.buildlog.pipeline.Core;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bean {@code feedback}: reviews, outcomes and mistakes that come over HTTP. */
public final class Feedback {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final int ID_DIGITS = 24;

    private static final int LONGEST_KEY = 255;

    private final Core core;
    private final Contract contract;
    private final Questions questions;

    public Feedback(Core core, Contract contract) {
        this.core = core;
        this.contract = contract;
        this.questions = new Questions(core);
    }

    /**
     * The review in a request.
     *
     * @param headers those of the request, and {@code project} out of its address
     * @throws RequestProblem if it is none
     */
    public Review review(Map<String, Object> headers, byte @Nullable [] body) {
        String project = project(headers);
        FeedbackBody.OfReview told = contract.read(body, "Review", FeedbackBody.OfReview.class);
        List<Finding> findings = told.findings().stream().map(FeedbackBody.OfFinding::finding).toList();
        return new Review(id("rev-", project, headers), project, FeedbackBody.plain(told.policy()), told.context(),
                FeedbackBody.plain(told.session()), FeedbackBody.plain(told.commit()), FeedbackBody.plain(told.source()),
                FeedbackBody.plain(told.run()), FeedbackBody.plain(told.tree()), findings, core.instant(), Origin.HTTP);
    }

    /** The answer to a recorded review. */
    public Answer reviewed(ReviewReceipt receipt) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("review", receipt.review());
        fields.put("action", receipt.action());
        fields.put("credited", receipt.credited());
        fields.put("hallucinated", receipt.hallucinated());
        if (!receipt.run().isEmpty()) {
            fields.put("run", receipt.run());
            fields.put("iteration", receipt.iteration());
            fields.put("iterations_left", receipt.iterationsLeft());
        }
        return Json.answer(201, fields);
    }

    /**
     * The reward in a request.
     *
     * @param headers those of the request, and {@code project} out of its address
     * @throws RequestProblem if it is none
     */
    public Reward reward(Map<String, Object> headers, byte @Nullable [] body) {
        String project = project(headers);
        FeedbackBody.OfReward told = contract.read(body, "Reward", FeedbackBody.OfReward.class);
        return new Reward(id("rew-", project, headers), project, told.outcome(), told.distance(),
                FeedbackBody.plain(told.review()), told.rules(), told.context(), FeedbackBody.plain(told.notes()),
                core.instant());
    }

    /** The answer to a recorded reward. */
    public Answer rewarded(RewardReceipt receipt) {
        return answer(receipt);
    }

    static Answer answer(RewardReceipt receipt) {
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
        FeedbackBody.OfMistake told = contract.read(body, "Mistake", FeedbackBody.OfMistake.class);
        FeedbackBody.OfRelation relation = told.relation();
        return new Mistake(id("mis-", project, headers), project, FeedbackBody.plain(told.errorClass()),
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

    /** Id of the project in the address of a request with a JSON body. */
    String project(Map<String, Object> headers) {
        String project = questions.project(headers).id();
        Request.requireJson(headers);
        return project;
    }

    /**
     * Under one key a request has one id, in every process. The ledger records an id once, goes on giving the same receipt, and
     * refuses what says something else under it; what is refused leaves nothing behind, so its key stays free.
     */
    static String id(String prefix, String project, Map<String, Object> headers) {
        String key = Request.text(headers, IDEMPOTENCY_KEY);
        if (key.length() > LONGEST_KEY) {
            throw new RequestProblem(400, "Key too long", "an Idempotency-Key has at most " + LONGEST_KEY + " characters");
        }
        String name = key.isEmpty() ? UUID.randomUUID().toString() : Sha256.of(String.join("\n", project, key));
        return prefix + name.replace("-", "").substring(0, ID_DIGITS);
    }
}
