package dev.buildlog.emission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.buildlog.model.Artifact;
import dev.buildlog.model.Decision;
import dev.buildlog.model.Finding;
import dev.buildlog.model.Review;
import dev.buildlog.model.Rule;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmissionTest {

    private static final String PROJECT = "a1b2c3d4e5f6";
    private static final Instant AT = Instant.parse("2026-03-02T09:15:00.123456Z");
    private static final MistakeFacts MISTAKE = new MistakeFacts(PROJECT, "m2", "null_deref", "Unchecked map lookup", true, "s1", "high",
            "parser", List.of("maps"), List.of("wf-1", "karen:1"), "wf-2", "m1", "escalation", "use getOrDefault", AT);

    static Stream<Emission> emissions() {
        Finding finding = new Finding("major", "io", "a stream stays open", "A.java:3", "", List.of("wf-1"),
                Map.of("wf-1", "so"));
        Review review = new Review("r1", PROJECT, "pol-1", null, "s1", "abc", "ci", List.of(finding), AT);
        Rule rule = new Rule("wf-1", PROJECT, "workflow", "Close every stream", 1, LocalDate.EPOCH, LocalDate.EPOCH, List.of(),
                List.of());
        return Stream.of(
                MistakeManifest.emission(MISTAKE),
                MistakeManifest.emission(MistakeFacts.of(PROJECT, "m1", "io", "again", "", "", List.of(), AT)),
                new RewardSignal(PROJECT, "w1", "revision", 0.7, "io", "s1", List.of("wf-1"), AT).emission(),
                new RewardSignal(PROJECT, "w2", "rejected", 0, "", "", List.of(), AT).emission(),
                LearnedRules.emission(PROJECT, List.of(rule), AT, "1"),
                new SessionSummary(PROJECT, "s1", AT.minusSeconds(90), AT, "", "io", List.of("wf-1"),
                        List.of(new SessionSummary.Made("m1", "io", true))).emission(),
                new GauntletReview(review, 1, "clean", List.of("wf-1")).emission(),
                new PolicyPublished(PROJECT, "pol-1", "sel-1", "io",
                        List.of(new PolicyPublished.Shown("wf-1", "workflow", "Close every stream", 0.4)), AT).emission(),
                new RuleDecision("d1", new Decision(PROJECT, Decision.MERGE, List.of("wf-1", "wf-2"), "", AT)).emission());
    }

    @ParameterizedTest
    @MethodSource("emissions")
    void isAsItsSchemaSays(Emission emission) throws IOException {
        Artifact artifact = emission.numbered(7);
        assertThat(Schemas.problems(artifact.type(), artifact.json())).isEmpty();
        JsonNode document = document(artifact);
        assertThat(document.path("schema_version").asInt()).isEqualTo(1);
        assertThat(artifact.name()).isEqualTo(artifact.type() + "_" + PROJECT + "_20260302T091500.123Z_000000000007.json");
        assertThat(document.at("/metadata/artifact_id").asText() + ".json").isEqualTo(artifact.name());
        assertThat(document.at("/metadata/project_id").asText()).isEqualTo(PROJECT);
        assertThat(ArtifactType.ofFile(artifact.name())).contains(emission.type());
    }

    @Test
    void everyTypeIsAmongThem() {
        assertThat(emissions().map(Emission::type).distinct()).containsExactlyInAnyOrder(ArtifactType.values());
    }

    @Test
    void aProjectThatIsNoFileNameHasAFileAllTheSame() {
        Artifact artifact = new Emission(ArtifactType.RULE_DECISION, "../a b/ü" + "x".repeat(300), AT, Map.of()).numbered(1);
        assertThat(artifact.name()).matches("rule_decision_\\.\\.-a-b--x{56}_20260302T091500\\.123Z_000000000001\\.json");
        assertThat(artifact.project()).startsWith("../a b");
    }

    @Test
    void aRewardSupportsOrChallengesTheRulesItRewards() throws IOException {
        assertThat(relations(reward("accepted", 1))).containsExactly("reward:w supports wf-1 1.0",
                "reward:w supports gauntlet_rule:karen:1 1.0", "reward:w part_of session:s 1.0");
        assertThat(relations(reward("revision", 0.7))).contains("reward:w supports wf-1 0.4");
        assertThat(relations(reward("revision", 0.2))).contains("reward:w challenges wf-1 0.6");
        assertThat(relations(reward("rejected", 0))).contains("reward:w challenges wf-1 1.0");
        assertThat(relations(reward("revision", 0.5))).as("says nothing").containsExactly("reward:w part_of session:s 1.0");
    }

    private static Artifact reward(String outcome, double value) {
        return new RewardSignal(PROJECT, "w", outcome, value, "", "s", List.of("wf-1", "karen:1"), AT).emission().numbered(1);
    }

    @Test
    void theMappersDrawEdgesAndARule() throws IOException {
        Artifact plain = MistakeManifest.emission(MISTAKE).numbered(1);
        assertThat(relations(plain)).isEmpty();
        Artifact mapped = new MistakeMapping().map(plain);
        assertThat(relations(mapped)).containsExactlyInAnyOrder(
                "mistake:m2 uses maps 0.8",
                "mistake:m2 challenges wf-1 0.7", "mistake:m2 challenges gauntlet_rule:karen:1 0.7",
                "wf-2 supports mistake:m2 0.9",
                "mistake:m2 refines mistake:m1 0.75",
                "resolution:m2 implements mistake:m2 0.8", "resolution:m2 supports wf-2 0.7");
        assertThat(document(mapped).at("/rules/0/rule").asText()).isEqualTo("use getOrDefault");
        assertThat(document(mapped).at("/rules/0/provenance/id").asText()).isEqualTo("bl:m2");
        assertThat(document(mapped).at("/rules/0/provenance/confidence").asDouble()).isEqualTo(0.6);
        assertThat(Schemas.problems(mapped.type(), mapped.json())).isEmpty();
    }

    @Test
    void mappersCanBeSwitchedOff() throws IOException {
        Artifact plain = MistakeManifest.emission(MISTAKE).numbered(1);
        MistakeMapping some = new MistakeMapping();
        some.setMappers("rule_challenge, mistake_chain");
        assertThat(relations(some.map(plain))).hasSize(3).allMatch(edge -> edge.matches(".* (challenges|refines) .*"));
        MistakeMapping none = new MistakeMapping();
        none.setMappers("none");
        assertThat(none.map(plain)).isSameAs(plain);
        assertThat(new MistakeMapping().map(reward("accepted", 1))).isEqualTo(reward("accepted", 1));
    }

    @Test
    void aMapperThatThereIsNot() {
        assertThatThrownBy(() -> new MistakeMapping().setMappers("rule_chalenge"))
                .hasMessageContaining("no mapper 'rule_chalenge'").hasMessageContaining("rule_challenge");
    }

    private static List<String> relations(Artifact artifact) throws IOException {
        List<String> relations = new ArrayList<>();
        document(artifact).path("edges").forEach(edge -> relations.add(edge.path("source_id").asText() + " "
                + edge.path("relation_type").asText() + " " + edge.path("target_id").asText() + " "
                + edge.path("confidence").asDouble()));
        return relations;
    }

    private static JsonNode document(Artifact artifact) throws IOException {
        return new ObjectMapper().readTree(artifact.json());
    }
}
