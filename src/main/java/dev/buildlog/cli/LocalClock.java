package dev.buildlog.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The system's clock in the person's time zone, which is looked up when somebody asks for it: the JDK searches the
 * whole class path for time zone rules, and most short commands need none.
 */
final class LocalClock extends Clock {

    @Override
    public Instant instant() {
        return Instant.now();
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.systemDefault();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.system(zone);
    }
}
