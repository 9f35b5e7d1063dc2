package dev.buildlog.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.buildlog.model.Finding;
import dev.buildlog.pipeline.Wire;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Bodies of requests that tell of a review, an outcome or a mistake. */
final class FeedbackBody {

    private static final ObjectMapper JSON = Wire.json().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private FeedbackBody() {}

    /** A review; only {@code findings} must be there. */
    record OfReview(@Nullable String run, @Nullable String policy, @Nullable String context, @Nullable String session,
            @Nullable String commit, @Nullable String source, @Nullable List<OfFinding> findings) {}

    /** A finding. Agents say more than they are asked, so other keys are passed over here. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record OfFinding(@Nullable String severity, @Nullable String category, @Nullable String description,
            @Nullable String location, @JsonProperty("rule_learned") @Nullable String ruleLearned,
            @JsonProperty("rules_consulted") @Nullable List<String> rulesConsulted,
            @JsonProperty("rule_reasoning") @Nullable Map<String, String> ruleReasoning) {

        /** @throws RequestProblem 422 if nothing says what is wrong */
        Finding finding() {
            List<String> cited = rulesConsulted == null ? List.of() : rulesConsulted;
            Map<String, String> reasoning = ruleReasoning == null ? Map.of() : ruleReasoning;
            if (plain(description).isBlank() || cited.stream().anyMatch(Objects::isNull)
                    || reasoning.values().stream().anyMatch(Objects::isNull)) {
                throw new RequestProblem(422, "Not a finding", "a finding needs a 'description' of what is wrong, and"
                        + " 'rules_consulted' and 'rule_reasoning' without null in them");
            }
            return new Finding(plain(severity), plain(category), plain(description), plain(location), plain(ruleLearned), cited,
                    reasoning);
        }
    }

    /** A reward; only {@code outcome} must be there. */
    record OfReward(@Nullable String outcome, @Nullable Double distance, @Nullable String review, @Nullable List<String> rules,
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

    /**
     * Reads an object in UTF-8.
     *
     * @param shape what the sender is told to send
     * @throws RequestProblem 400 if it is anything else
     */
    static <T> T read(byte @Nullable [] json, Class<T> type, String shape) {
        try {
            T body = JSON.readValue(json == null ? new byte[0] : json, type);
            if (body != null) {
                return body;
            }
        } catch (UnrecognizedPropertyException e) {
            throw new RequestProblem(400, "Unknown field", "unknown field '" + e.getPropertyName() + "': " + shape);
        } catch (JsonParseException e) {
            throw new RequestProblem(400, "Not JSON", e.getOriginalMessage() + " at line " + e.getLocation().getLineNr()
                    + ", column " + e.getLocation().getColumnNr());
        } catch (CharConversionException e) {
            throw new RequestProblem(400, "Not JSON", "the body is not UTF-8");
        } catch (IOException e) {
            // of the wrong shape; what the reader says of it names our classes
            throw new RequestProblem(400, "Wrong shape", shape);
        }
        throw new RequestProblem(400, "Wrong shape", shape);
    }
}
