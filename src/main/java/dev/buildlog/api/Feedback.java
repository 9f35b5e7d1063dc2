package dev.buildlog.api;

import dev.buildlog.model.Finding;
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

/** The bean {@code feedback}: reviews and outcomes that come over HTTP. */
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
        if (!FeedbackBody.plain(told.run()).isEmpty()) {
            throw new RequestProblem(422, "No such run", "this home has no run " + told.run() + ": leave 'run' out to have"
                    + " citations checked against the rules of the project");
        }
        List<Finding> findings = told.findings().stream().map(FeedbackBody.OfFinding::finding).toList();
        return new Review(id("rev-", project, headers), project, FeedbackBody.plain(told.policy()), told.context(),
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
     * @throws RequestProblem if it is none
     */
    public Reward reward(Map<String, Object> headers, byte @Nullable [] body) {
        String project = project(headers);
        FeedbackBody.OfReward told = contract.read(body, "Reward", FeedbackBody.OfReward.class);
        return new Reward(id("rew-", project, headers), project, told.outcome(), told.distance(),
                FeedbackBody.plain(told.review()), told.rules(), told.context(), core.instant());
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

    private String project(Map<String, Object> headers) {
        String project = questions.project(headers).id();
        Request.requireJson(headers);
        return project;
    }

    /**
     * Under one key a request has one id, in every process. The ledger records an id once, goes on giving the same receipt, and
     * refuses what says something else under it; what is refused leaves nothing behind, so its key stays free.
     */
    private static String id(String prefix, String project, Map<String, Object> headers) {
        String key = Request.text(headers, IDEMPOTENCY_KEY);
        if (key.length() > LONGEST_KEY) {
            throw new RequestProblem(400, "Key too long", "an Idempotency-Key has at most " + LONGEST_KEY + " characters");
        }
        String name = key.isEmpty() ? UUID.randomUUID().toString() : Sha256.of(String.join("\n", project, key));
        return prefix + name.replace("-", "").substring(0, ID_DIGITS);
    }
}
