package dev.buildlog.bench;

import java.util.Locale;

/** What can be measured by itself. */
enum Part {
    STARTUP,
    SYNC,
    LATENCY,
    REWARDS,
    JMH;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
