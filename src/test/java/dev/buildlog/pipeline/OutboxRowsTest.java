package dev.buildlog.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OutboxRowsTest {

    private final AtomicLong written = new AtomicLong(7);
    private final OutboxRows outbox = new OutboxRows(written::get);

    @Test
    void artifactsRestWhileMuchIsBeingRecordedAndNotAfterIt() {
        assertThat(outbox.rest()).as("nothing was recorded").isZero();
        written.addAndGet(10);
        assertThat(outbox.rest()).as("a few works are nobody's queue").isZero();
        written.addAndGet(1_000_000_000);
        assertThat(outbox.rest()).isEqualTo(1_000);
        assertThat(outbox.rest()).as("it is over").isZero();
    }
}
