package dev.buildlog.model;

/**
 * The confidence in a rule at one instant. Never stored: it depends on the day.
 *
 * @param level the discrete level
 * @param score the continuous score, 0 to 1
 * @param tier {@code speculative}, {@code provisional}, {@code stable} or {@code entrenched}
 */
public record Confidence(Level level, double score, String tier) {}
