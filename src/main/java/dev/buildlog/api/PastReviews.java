package dev.buildlog.api;

import dev.buildlog.ledger.ReviewRecords.Citation;
import dev.buildlog.ledger.ReviewRecords.Kept;
import dev.buildlog.ledger.ReviewRecords.KeptFinding;
import dev.buildlog.ledger.ReviewRecords.Outcome;
import dev.buildlog.pipeline.Core;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bean {@code pastReviews}: reviews as they were recorded, and how the work came out. */
public final class PastReviews {

    private final Core core;
    private final Questions questions;

    public PastReviews(Core core) {
        this.core = core;
        this.questions = new Questions(core);
    }

    /**
     * One review.
     *
     * @param headers {@code project} and {@code id} out of the address of the request
     * @throws RequestProblem 404 for an unknown project or review
     */
    public Answer one(Map<String, Object> headers) {
        String project = questions.project(headers).id();
        String id = Request.address(headers, "id");
        return Json.answer(200, core.reviewRecords().find(project, id).map(PastReviews::fields)
                .orElseThrow(() -> new RequestProblem(404, "No such review", "this project has no review " + id)));
    }

    private static Map<String, Object> fields(Kept kept) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("review", kept.review());
        fields.put("at", kept.at());
        fields.put("policy", kept.policy());
        fields.put("context", kept.context());
        fields.put("session", kept.session());
        fields.put("commit", kept.commit());
        fields.put("source", kept.source());
        fields.put("action", kept.action());
        fields.put("findings", kept.findings().stream().map(PastReviews::fields).toList());
        fields.put("credited", cited(kept, true));
        fields.put("hallucinated", cited(kept, false));
        fields.put("outcome", fields(kept.outcome()));
        return fields;
    }

    private static List<String> cited(Kept kept, boolean credited) {
        return kept.findings().stream().flatMap(finding -> finding.citations().stream())
                .filter(citation -> citation.credited() == credited).map(Citation::rule).distinct().sorted().toList();
    }

    private static Map<String, Object> fields(KeptFinding finding) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("severity", finding.severity());
        fields.put("category", finding.category());
        fields.put("description", finding.description());
        fields.put("location", finding.location());
        fields.put("rule_learned", finding.ruleLearned());
        fields.put("citations", finding.citations());
        return fields;
    }

    private static @Nullable Map<String, Object> fields(@Nullable Outcome outcome) {
        if (outcome == null) {
            return null;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("reward", outcome.reward());
        fields.put("outcome", outcome.outcome());
        fields.put("value", outcome.value());
        fields.put("rules", outcome.rules());
        return fields;
    }
}
