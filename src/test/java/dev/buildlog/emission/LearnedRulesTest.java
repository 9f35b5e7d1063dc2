package dev.buildlog.emission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.buildlog.model.Artifact;
import dev.buildlog.model.Rule;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearnedRulesTest {

    private static final Instant AT = Instant.parse("2026-03-02T09:15:00.123456Z");

    @Test
    void hasTheShapeOfASeedFile() throws IOException {
        Artifact artifact = LearnedRules.emission("a1b2c3d4e5f6",
                List.of(rule("wf-1a2b3c4d5e", "Close every stream", 1), rule("wf-0000000000", "Grüße", 3)), AT, "1.0.0")
                .numbered(42);

        assertThat(artifact.type()).isEqualTo("learned_rules");
        assertThat(artifact.project()).isEqualTo("a1b2c3d4e5f6");
        assertThat(new ObjectMapper().readTree(artifact.json())).isEqualTo(new ObjectMapper().readTree("""
                {"schema_version": 1, "persona": "buildlog_a1b2c3d4e5f6", "version": 1,
                 "rules": [{"rule": "Close every stream", "category": "workflow",
                            "provenance": {"id": "bl:wf-1a2b3c4d5e", "domain": "experiential", "derivation": "explicit",
                                           "confidence": 0.7}},
                           {"rule": "Grüße", "category": "workflow",
                            "provenance": {"id": "bl:wf-0000000000", "domain": "experiential", "derivation": "explicit",
                                           "confidence": 1.0}}],
                 "metadata": {"source": "buildlog", "source_version": "1.0.0",
                              "projected_at": "2026-03-02T09:15:00.123Z", "project_id": "a1b2c3d4e5f6", "rule_count": 2,
                              "artifact_id": "learned_rules_a1b2c3d4e5f6_20260302T091500.123Z_000000000042"}}"""));
    }

    @Test
    void namesSortByTimeThenSequenceAndNeverMeet() {
        assertThat(LearnedRules.emission("a1b2c3d4e5f6", List.of(), AT, "1").numbered(42).name())
                .isEqualTo("learned_rules_a1b2c3d4e5f6_20260302T091500.123Z_000000000042.json")
                .isLessThan(LearnedRules.emission("a1b2c3d4e5f6", List.of(), AT, "1").numbered(100).name());
    }

    private static Rule rule(String id, String text, int frequency) {
        LocalDate day = LocalDate.parse("2026-03-01");
        return new Rule(id, "a1b2c3d4e5f6", "workflow", text, frequency, day, day, List.of(), List.of());
    }
}
