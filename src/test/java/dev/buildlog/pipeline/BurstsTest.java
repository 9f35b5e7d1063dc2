package dev.buildlog.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.model.PublishRequest;
import org.junit.jupiter.api.Test;

class BurstsTest {

    private static final PublishRequest SAVED = new PublishRequest("shop", "/shop");
    private static final PublishRequest OUTCOME = new PublishRequest("shop", "/shop", true);

    private final Bursts bursts = new Bursts();

    @Test
    void whatComesDuringABurstIsPublishedOnceAtItsEnd() {
        bursts.begin("shop");
        bursts.begin("shop");
        assertThat(bursts.isOver(SAVED)).isFalse();
        assertThat(bursts.isOver(OUTCOME)).isFalse();
        assertThat(bursts.isOver(new PublishRequest("site", "/site"))).isTrue();
        assertThat(bursts.end("shop")).isEmpty();
        assertThat(bursts.end("shop")).contains(OUTCOME);
        assertThat(bursts.isOver(SAVED)).isTrue();
    }

    @Test
    void theFirstOutcomeIsDrawnForAtOnceAndTheNextAWhileLater() {
        assertThat(bursts.pause(OUTCOME, 5)).isEqualTo(5);
        assertThat(bursts.isOver(OUTCOME)).isTrue();
        assertThat(bursts.pause(OUTCOME, 5)).isBetween(5L, 1_000L);
        assertThat(bursts.pause(SAVED, 5)).as("nothing is drawn for an entry").isEqualTo(5);
        assertThat(bursts.pause(new PublishRequest("site", "/site", true), 5)).as("another project").isEqualTo(5);
        assertThat(bursts.pause(OUTCOME, 5_000)).as("whoever wants longer pauses has them").isEqualTo(5_000);
    }
}
