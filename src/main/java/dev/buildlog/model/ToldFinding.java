package dev.buildlog.model;

/**
 * A finding as the ledger has it.
 *
 * @param fingerprint equal for what is the same finding told again, 16 hex digits
 * @param severity one of {@link Finding#SEVERITIES}
 * @param category what it is about
 * @param description what is wrong
 * @param location where; may be empty
 */
public record ToldFinding(String fingerprint, String severity, String category, String description, String location) {}
