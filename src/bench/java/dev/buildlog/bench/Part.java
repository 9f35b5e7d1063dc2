package dev.buildlog.bench;

import java.util.Locale;

/** What can be measured by itself. */
enum Part {
    STARTUP,
    SYNC,
    LATENCY,
    SELECTION,
    REWARDS,
    EXCHANGE,
    TOOLS,
    JMH;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
