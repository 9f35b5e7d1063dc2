package dev.buildlog.legacy;

/**
 * What could not be taken over.
 *
 * @param source file and line, or table and row
 * @param reason why, as the rest of a sentence
 * @param text what stands there
 */
public record LegacyReject(String source, String reason, String text) {}
