package dev.buildlog.pipeline;

import static dev.buildlog.pipeline.Running.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time alone changes what agents read. */
class TickTest {

    private static final String OLD = "Pin the grammar before upgrading the parser";

    /** A clock that stands until it is set. */
    private static final class SettableClock extends Clock {

        private volatile Instant now = Instant.parse("2026-03-10T23:59:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }

    @Test
    void aRuleThatHasAgedLeavesTheFileThoughNoEntryChanged(@TempDir Path folder) {
        Workshop workshop = new Workshop(folder);
        Path root = workshop.repository("shop");
        Workshop.write(root.resolve(".buildlog/config.yaml"), "publish:\n  auto: high\n");
        Workshop.write(workshop.home().resolve("config.yaml"), "publish:\n  auto: low\n  tick_ms: 100\n");
        for (int day = 1; day <= 3; day++) {
            Workshop.write(root.resolve("buildlog/2026-03-0" + day + "-work.md"), Workshop.entry(OLD, "Only on day " + day));
        }
        SettableClock clock = new SettableClock();
        Path agents = root.resolve("AGENTS.md");
        try (Running running = workshop.serve(clock, root)) {
            eventually(() -> assertThat(Workshop.read(agents)).contains(OLD));
            clock.now = clock.now.plus(Duration.ofDays(30));
            eventually(() -> assertThat(Workshop.read(agents)).doesNotContain(OLD));
            assertThat(running.rules(root)).filteredOn(rule -> rule.get("rule").asText().equals(OLD)).singleElement()
                    .satisfies(rule -> assertThat(rule.get("confidence").asText()).isEqualTo("medium"));
        }
    }
}
