package dev.buildlog.emission;

import dev.buildlog.model.Finding;
import dev.buildlog.model.Review;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a reviewer found, in full.
 *
 * @param iteration which review of the same work this is, from 1
 * @param action what its sender does next
 * @param credited ids of the rules that it cites
 */
public record GauntletReview(Review review, int iteration, String action, List<String> credited) {

    public GauntletReview {
        credited = List.copyOf(credited);
    }

    /** No posterior moves before there is an outcome, so {@code sampling_delta} is empty. */
    public Emission emission() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema_version", Frame.SCHEMA_VERSION);
        document.put("iteration", iteration);
        document.put("issues", review.findings().stream().map(GauntletReview::issue).toList());
        document.put("action", action);
        document.put("rules_credited", credited);
        document.put("sampling_delta", Map.of());
        Map<String, Object> metadata = Frame.metadata(review.project(), review.at());
        metadata.put("review_id", review.id());
        metadata.put("session_id", review.session());
        Frame.put(metadata, "policy_id", review.policy());
        Frame.put(metadata, "commit", review.commit());
        document.put("metadata", metadata);
        return new Emission(ArtifactType.GAUNTLET_REVIEW, review.project(), review.at(), document);
    }

    private static Map<String, Object> issue(Finding finding) {
        Map<String, Object> issue = new LinkedHashMap<>();
        issue.put("severity", finding.severity());
        issue.put("category", finding.category());
        issue.put("description", finding.description());
        Frame.put(issue, "location", finding.location());
        Frame.put(issue, "rule_learned", finding.ruleLearned());
        issue.put("rules_consulted", finding.rulesConsulted());
        issue.put("rule_reasoning", new TreeMap<>(finding.ruleReasoning()));
        return issue;
    }
}
