package dev.buildlog.curate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SupportTest {

    private static final String SOURCE = "Share one HTTP client across all requests, or the pool runs dry";

    @Test
    void theShareOfWordsThatASourceHasToo() {
        assertThat(Support.share("Share one HTTP client across requests", SOURCE)).isEqualTo(1);
        assertThat(Support.share("Send the password to strangers", SOURCE)).isZero();
        assertThat(Support.share("Share the password", SOURCE)).isEqualTo(0.5);
        assertThat(Support.share("", SOURCE)).isZero();
        assertThat(Support.share("ログに秘密を書かない", "ログに秘密を書かない")).isEqualTo(1);
    }

    @Test
    void oppositesOfTheSameMatter() {
        assertThat(Support.reverses("Never commit secrets", "Commit secrets")).isTrue();
        assertThat(Support.reverses("Commit secrets", "Never commit secrets")).isTrue();
        assertThat(Support.reverses("Do not commit secrets", "Never commit secrets")).isFalse();
        assertThat(Support.reverses("Bound the pool", "Nobody had bounded the pool of the mailer when the disk of the host ran"
                + " full, and we could not log in")).isFalse();
    }
}
