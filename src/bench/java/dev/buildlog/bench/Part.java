package dev.buildlog.bench;

import java.util.Locale;

/** What can be measured by itself. */
enum Part {
    STARTUP,
    SYNC,
    LATENCY,
    REWARDS,
    EXCHANGE,
    JMH;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
