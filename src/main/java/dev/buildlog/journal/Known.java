package dev.buildlog.journal;

import java.time.Instant;

/**
 * What the ledger remembers of one entry that a checkout holds.
 *
 * @param contentHash SHA-256 in lower-case hex of the bytes as they were read
 * @param stamp size and modification time at that reading
 * @param observedAt when that reading began
 * @param recipe fingerprint of the routes that read it
 */
public record Known(String contentHash, Stamp stamp, Instant observedAt, String recipe) {}
