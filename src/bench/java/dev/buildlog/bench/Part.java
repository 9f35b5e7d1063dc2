package dev.buildlog.bench;

import java.util.Locale;

/** What can be measured by itself. */
enum Part {
    STARTUP,
    SYNC,
    LATENCY,
    EXCHANGE,
    JMH;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
