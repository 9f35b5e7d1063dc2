package dev.buildlog.ledger;

import static dev.buildlog.ledger.TestLedger.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.learn.HalfLife;
import dev.buildlog.learn.Outcome;
import dev.buildlog.model.RefusedException;
import dev.buildlog.model.SeedDelivery;
import dev.buildlog.model.SeedReceipt;
import dev.buildlog.seed.PersonaName;
import dev.buildlog.seed.SeedId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seed files as facts, and what a changed {@code graph_version} does to what is known of their rules. */
class SeedsTest {

    private static final String OTHER = "ba9876543210";
    private static final String QUEUE = SeedId.of(new PersonaName("guard"), "Bound every queue");
    private static final String STREAM = SeedId.of(new PersonaName("guard"), "Close every stream");

    @TempDir
    private Path home;

    private TestLedger ledger;

    @BeforeEach
    void open() {
        ledger = TestLedger.open(home);
        ledger.register(OTHER);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    /** @param streams version of the graph behind the second rule */
    private SeedReceipt seed(String project, String queues, String streams) {
        return new Seeds(ledger.ledger).record(new SeedDelivery(project, "team", "guard.yaml", """
                persona: guard
                rules:
                  - {rule: Bound every queue, provenance: {graph_version: %s}}
                  - {rule: Close every stream, provenance: {graph_version: %s}}
                  - {rule: Name every thread}
                """.formatted(queues, streams), "", "", TestLedger.at(5)));
    }

    private void reward(String project, int sequence, String... rules) {
        new Rewards(ledger.ledger).replay(project, new Outcome("w" + project + sequence, sequence, "r" + sequence, "general",
                List.of(rules), 1, HalfLife.NEVER), "accepted", null, 0);
    }

    private double successes(String project, String rule) {
        return (double) ledger.rows("select successes from evidence where project_id = ? and rule_id = ?", project, rule)
                .get(0).get("successes");
    }

    @Test
    void aChangedGraphHalvesTheEvidenceOfTheRulesThatRestOnIt() {
        assertThat(seed("", "v1", "v1").halved()).isEmpty();
        reward(PROJECT, 1, QUEUE, STREAM, "wf-1");
        reward(OTHER, 2, QUEUE);
        SeedReceipt receipt = seed("", "v2", "v1");
        assertThat(receipt.halved()).containsExactly(QUEUE);
        assertThat(receipt.rules()).isEqualTo(3);
        assertThat(receipt.provenances()).isEqualTo(2);
        assertThat(successes(PROJECT, QUEUE)).isEqualTo(0.5);
        assertThat(successes(PROJECT, STREAM)).isEqualTo(1);
        assertThat(successes(PROJECT, "wf-1")).isEqualTo(1);
        assertThat(successes(OTHER, QUEUE)).isEqualTo(0.5);
        assertThat(seed("", "v2", "v1").halved()).as("brought again").containsExactly(QUEUE);
        assertThat(successes(PROJECT, QUEUE)).isEqualTo(0.5);
        reward(PROJECT, 3, QUEUE);
        assertThat(successes(PROJECT, QUEUE)).as("what is learned afterwards counts in full").isEqualTo(1.5);
        assertThat(ledger.rebuild()).isEmpty();
        assertThat(seed("", "v1", "v1").halved()).as("back to the first").containsExactly(QUEUE);
        assertThat(successes(PROJECT, QUEUE)).isEqualTo(0.75);
        assertThat(ledger.rebuild()).isEmpty();
    }

    @Test
    void aSeedOfOneProjectConcernsNoOther() {
        seed(PROJECT, "v1", "v1");
        reward(PROJECT, 1, QUEUE);
        reward(OTHER, 2, QUEUE);
        assertThat(seed(PROJECT, "v2", "v2").halved()).containsExactlyInAnyOrder(QUEUE, STREAM);
        assertThat(successes(PROJECT, QUEUE)).isEqualTo(0.5);
        assertThat(successes(OTHER, QUEUE)).isEqualTo(1);
        assertThat(seed("", "v3", "v3").halved()).as("another shelf").isEmpty();
    }

    @Test
    void anOutcomeFromBeforeThatComesLateCountsHalfToo() {
        seed("", "v1", "v1");
        reward(PROJECT, 5, QUEUE);
        seed("", "v2", "v1");
        reward(PROJECT, 3, STREAM);
        reward(PROJECT, 4, QUEUE);
        assertThat(successes(PROJECT, QUEUE)).isEqualTo(1);
        assertThat(successes(PROJECT, STREAM)).isEqualTo(1);
        assertThat(ledger.rebuild()).isEmpty();
    }

    @Test
    void whatTheLedgerDoesNotKnowIsComparedWithTheFileThatIsThere() {
        reward(PROJECT, 1, QUEUE);
        String text = "persona: guard\nrules: [{rule: Bound every queue, provenance: {graph_version: %s}}]\n";
        assertThat(new Seeds(ledger.ledger).record(new SeedDelivery(PROJECT, "", "guard.yaml", text.formatted("v2"),
                text.formatted("v1"), "", TestLedger.at(5))).halved()).containsExactly(QUEUE);
        assertThat(successes(PROJECT, QUEUE)).isEqualTo(0.5);
    }

    @Test
    void rulesOfALedgerKeepTheirIds() {
        String text = """
                {"persona": "buildlog_x", "rules": [{"rule": "a", "provenance": {"id": "bl:wf-1", "graph_version": %d}}]}""";
        reward(PROJECT, 1, "wf-1");
        Seeds seeds = new Seeds(ledger.ledger);
        seeds.record(new SeedDelivery("", "team", "x.yaml", text.formatted(1), "", "", TestLedger.at(5)));
        assertThat(seeds.record(new SeedDelivery("", "team", "x.yaml", text.formatted(2), "", "", TestLedger.at(6))).halved())
                .containsExactly("wf-1");
    }

    @Test
    void aProjectThatThereIsNot() {
        assertThatThrownBy(() -> seed("nobody", "v1", "v1")).isInstanceOf(RefusedException.class).hasMessageContaining("nobody");
        assertThat(ledger.count("seed")).isZero();
    }
}
