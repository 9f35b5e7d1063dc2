package dev.buildlog.consult;

import java.time.LocalDate;

/** Counts what questions use, by day. Days are those of UTC. */
public interface Meter {

    /** Adds {@code usage} to what was used on {@code day}. */
    void count(LocalDate day, Usage usage);

    /** What was used from {@code first} to {@code last}, both included. */
    Total between(LocalDate first, LocalDate last);

    /**
     * @param tokens all tokens
     * @param nanos cost in billionths of a US dollar
     */
    record Total(long tokens, long nanos) {}
}
