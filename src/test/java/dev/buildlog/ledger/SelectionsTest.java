package dev.buildlog.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.learn.Beta;
import dev.buildlog.learn.Draw;
import dev.buildlog.learn.Selection;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionsTest {

    @Test
    void aDrawIsKeptOnceWithAllThatTookPart(@TempDir Path home) {
        try (TestLedger ledger = TestLedger.open(home)) {
            Selection selection = new Draw(1, 0).from(Map.of("a", new Beta(1, 9), "b", new Beta(9, 1)), Set.of("a"), 42);
            Selections selections = new Selections(ledger.ledger);
            Selections.Made made = new Selections.Made("s1", TestLedger.PROJECT, "general", TestLedger.at(1), selection);
            selections.record(made);
            selections.record(made);
            assertThat(selections.all(TestLedger.PROJECT)).containsExactly(made);
            assertThat(selections.last(TestLedger.PROJECT)).contains(made);
            assertThat(ledger.rows("select seed, k, hold_out from selection"))
                    .containsExactly(Map.of("seed", 42, "k", 1, "hold_out", 0.0));
            assertThat(ledger.rows("select rule_id, propensity, fate from selection_candidate")).containsExactly(
                    Map.of("rule_id", "a", "propensity", 1.0, "fate", "PINNED"));
            assertThat(ledger.rows("select others from selection")).containsExactly(Map.of("others", "9 1 0 0.5 b"));
            assertThat(ledger.rebuild()).isEmpty();
        }
    }
}
