package dev.buildlog.ledger;

import static dev.buildlog.ledger.TestLedger.MAIN;
import static dev.buildlog.ledger.TestLedger.PROJECT;
import static dev.buildlog.ledger.TestLedger.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.emission.Schemas;
import dev.buildlog.learn.HalfLife;
import dev.buildlog.model.Decision;
import dev.buildlog.model.Finding;
import dev.buildlog.model.RefusedException;
import dev.buildlog.model.Review;
import dev.buildlog.model.Reward;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is recorded leaves word in the transaction that records it, once. */
class OutboxTest {

    @TempDir
    Path home;

    private static final Finding GRAVE = new Finding("critical", "io", "a stream stays open", "A.java:3", "",
            List.of("nobody-1"), Map.of());

    @Test
    void everyFactLeavesOneArtifactThatItsSchemaTakes() {
        try (TestLedger live = TestLedger.open(home)) {
            Review review = new Review("r1", PROJECT, "", "io", "s1", "", "ci", List.of(GRAVE), TestLedger.at(9));
            Reward reward = new Reward("w1", PROJECT, Reward.ACCEPTED, null, "", null, null, TestLedger.at(10));
            for (int twice = 0; twice < 2; twice++) {
                live.record(entry(MAIN, "2026-01-10-a.md", 1, "Close every stream", "Bound every queue"));
                List<String> ids = live.rows("select rule_id from statement order by id").stream()
                        .map(row -> (String) row.get("rule_id")).toList();
                live.decisions.record(new Decision(PROJECT, Decision.MERGE, ids, "", TestLedger.at(8)));
                new Reviews(live.ledger).record(review, Set.of());
                new Rewards(live.ledger).record(reward, HalfLife.NEVER);
            }
            List<Map<String, Object>> rows = live.rows("select id, name, type, project_id, json from outbox order by id");
            assertThat(rows).extracting(row -> row.get("type")).containsExactly("learned_rules", "rule_decision",
                    "gauntlet_review", "mistake_manifest", "mistake_manifest", "reward_signal");
            assertThat(rows).extracting(row -> row.get("name")).doesNotHaveDuplicates();
            assertThat(rows).allSatisfy(row -> {
                assertThat(Schemas.problems((String) row.get("type"), (String) row.get("json"))).isEmpty();
                assertThat(row).containsEntry("project_id", PROJECT);
            });
            assertThat(new Outbox(live.ledger).count()).isEqualTo(6);
        }
    }

    @Test
    void whatIsRefusedLeavesNothing() {
        try (TestLedger live = TestLedger.open(home)) {
            assertThatThrownBy(() -> new Rewards(live.ledger).record(
                    new Reward("w1", PROJECT, Reward.ACCEPTED, null, "no review", null, null, TestLedger.at(1)), HalfLife.NEVER))
                    .isInstanceOf(RefusedException.class);
            assertThat(new Outbox(live.ledger).waiting()).isFalse();
        }
    }
}
