package dev.buildlog.ledger;

import static dev.buildlog.ledger.TestLedger.MAIN;
import static dev.buildlog.ledger.TestLedger.PROJECT;
import static dev.buildlog.ledger.TestLedger.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.curate.Similarity;
import dev.buildlog.model.Fingerprint;
import dev.buildlog.model.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnouncementTest {

    private static final String A = "2026-01-10-a.md";
    private static final String DEPLOY = "Always run the migration before the deploy job";
    private static final String DEPLOY_AGAIN = "Run the migration before the deploy job always";

    @TempDir
    Path home;

    @Test
    void aNewRuleIsAnnouncedOnce() {
        try (TestLedger live = TestLedger.open(home)) {
            assertThat(live.record(entry(MAIN, A, 1, DEPLOY)).newRules()).extracting(Rule::text).containsExactly(DEPLOY);
            assertThat(live.record(entry(MAIN, "2026-01-12-b.md", 2, DEPLOY)).newRules()).isEmpty();
            live.record(TestLedger.removed(MAIN, A, 3));
            live.record(TestLedger.removed(MAIN, "2026-01-12-b.md", 4));
            assertThat(live.rules()).isEmpty();
            assertThat(live.record(entry(MAIN, A, 5, DEPLOY, "Write the failing test first")).newRules())
                    .extracting(Rule::text)
                    .containsExactly("Write the failing test first");
            assertThat(live.rows("select project_id, json from outbox order by id")).satisfiesExactly(
                    first -> assertThat(first).containsEntry("project_id", PROJECT).extractingByKey("json").asString()
                            .contains(DEPLOY),
                    second -> assertThat(second).extractingByKey("json").asString().contains("failing").doesNotContain(DEPLOY));
        }
    }

    @Test
    void whereRecordingFailsNothingIsStored() {
        Similarity broken = new Similarity() {
            @Override
            public String name() {
                return TestLedger.TOKENS.name();
            }

            @Override
            public Fingerprint fingerprint(String text) {
                return TestLedger.TOKENS.fingerprint(text);
            }

            @Override
            public Reading read(Fingerprint fingerprint) {
                throw new IllegalStateException("cannot compare");
            }

            @Override
            public double threshold() {
                return TestLedger.TOKENS.threshold();
            }
        };
        try (TestLedger live = TestLedger.open(home)) {
            live.record(entry(MAIN, A, 1, DEPLOY));
            List<Long> before = counts(live);
            EntryRecorder failing = new EntryRecorder(live.ledger, Map.of(broken.name(), broken), TestLedger.CLOCK, "test");
            assertThatThrownBy(() -> failing.record(entry(MAIN, "2026-01-12-b.md", 2, DEPLOY_AGAIN), "recipe"))
                    .hasMessage("cannot compare");
            assertThat(counts(live)).isEqualTo(before);
            assertThat(live.record(entry(MAIN, "2026-01-12-b.md", 2, DEPLOY_AGAIN)).changed()).isTrue();
            assertThat(live.rules()).singleElement().returns(2, Rule::frequency);
        }
    }

    private static List<Long> counts(TestLedger live) {
        return List.of("holder", "entry", "reading", "insight", "statement", "print", "block", "observation", "holding", "rule",
                        "outbox").stream()
                .map(live::count)
                .toList();
    }
}
