package dev.buildlog.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedPassesTest {

    private static final Instant NOW = TestLedger.CLOCK.instant();

    @TempDir
    Path home;

    private TestLedger ledger;
    private RememberedPasses passes;

    @BeforeEach
    void open() {
        ledger = TestLedger.open(home);
        passes = new RememberedPasses(ledger.ledger, TestLedger.CLOCK);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void whatPassedOneGateIsNotKnownOfAnother() {
        passes.keep("one", List.of("Run tests", "Pin versions"));
        passes.keep("one", List.of("Run tests"));
        assertThat(passes.among("one", List.of("Run tests", "Never heard of"))).containsExactly("Run tests");
        assertThat(passes.among("two", List.of("Run tests"))).isEmpty();
    }

    @Test
    void ofManyTextsTheSameIsKnown() {
        List<String> all = IntStream.range(0, 3_000).mapToObj(n -> "Run the tests of part " + n).toList();
        passes.keep("one", all.subList(0, 1_000));
        assertThat(passes.among("one", all)).isEqualTo(Set.copyOf(all.subList(0, 1_000)));
        assertThat(passes.among("two", all)).isEmpty();
    }

    @Test
    void oldOnesGo() {
        passes.keep("one", List.of("Run tests"));
        new RememberedPasses(ledger.ledger, Clock.offset(TestLedger.CLOCK, Duration.ofDays(2))).keep("one", List.of("Pin versions"));
        Map<String, Integer> removed = new Retention(ledger.ledger).removeBefore(NOW.plus(Duration.ofDays(1)));
        assertThat(removed).containsEntry("texts that the gate has let pass", 1);
        assertThat(passes.among("one", List.of("Run tests", "Pin versions"))).containsExactly("Pin versions");
    }

    @Test
    void nobodyCanFindOutWhatWasForgotten() {
        passes.keep("one", List.of("Call Ada Lovelace before a release"));
        new Forgetting(ledger.ledger, TestLedger.BACKENDS).texts(List.of("Ada Lovelace"), NOW);
        assertThat(passes.among("one", List.of("Call Ada Lovelace before a release"))).isEmpty();
    }
}
