package dev.buildlog.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.buildlog.model.Finding;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies of requests that tell of a review, an outcome or a mistake, after the contract has found nothing wrong with them. */
final class FeedbackBody {

    private FeedbackBody() {}

    /** The schema {@code Review}. */
    record OfReview(@Nullable String run, @Nullable String policy, @Nullable String context, @Nullable String session,
            @Nullable String commit, @Nullable String tree, @Nullable String source, List<OfFinding> findings) {}

    /** The schema {@code Finding}. Agents say more than they are asked, so other keys are passed over here. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record OfFinding(@Nullable String severity, @Nullable String category, String description, @Nullable String location,
            @JsonProperty("rule_learned") @Nullable String ruleLearned,
            @JsonProperty("rules_consulted") @Nullable List<String> rulesConsulted,
            @JsonProperty("rule_reasoning") @Nullable Map<String, String> ruleReasoning) {

        /** @throws RequestProblem 422 if nothing says what is wrong */
        Finding finding() {
            if (description.isBlank()) {
                throw new RequestProblem(422, "Not a finding", "a finding needs a 'description' of what is wrong");
            }
            return new Finding(plain(severity), plain(category), description, plain(location), plain(ruleLearned),
                    rulesConsulted == null ? List.of() : rulesConsulted, ruleReasoning == null ? Map.of() : ruleReasoning);
        }
    }

    /** The schema {@code Reward}. */
    record OfReward(String outcome, @Nullable Double distance, @Nullable String review, @Nullable List<String> rules,
            @Nullable String context) {}

    /** A mistake; only {@code error_class} and {@code description} must be there. */
    record OfMistake(@JsonProperty("error_class") @Nullable String errorClass, @Nullable String description,
            @Nullable String severity, @Nullable String session, @JsonProperty("corrected_by_rule") @Nullable String correctedBy,
            @JsonProperty("related_concepts") @Nullable List<String> concepts,
            @JsonProperty("relation_to_prior") @Nullable OfRelation relation,
            @JsonProperty("resolution_action") @Nullable String resolution, @Nullable String context) {}

    /** How a mistake stands to an earlier one. */
    record OfRelation(@Nullable String id, @Nullable String type) {}

    static String plain(@Nullable String text) {
        return text == null ? "" : text;
    }
}
