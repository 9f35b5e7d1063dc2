package dev.buildlog.seed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A source in a manifest and what became of fetching it.
 *
 * @param source the source
 * @param status as of the last fetch
 * @param fetchedAt when its text was last found to be what is kept; null where none is kept
 * @param error why the last fetch failed; empty where it did not
 * @param contentHash start of the SHA-256 of the text that is kept, 16 hex digits; empty where none is kept
 * @param etag by which the server knows the version that is kept; empty where it gave none
 */
public record ManifestEntry(
        Source source, SourceStatus status, @Nullable Instant fetchedAt, String error, String contentHash, String etag) {

    static ManifestEntry pending(Source source) {
        return new ManifestEntry(source, SourceStatus.PENDING, null, "", "", "");
    }

    ManifestEntry cached(Instant at, String newHash, String newEtag) {
        return new ManifestEntry(source, SourceStatus.CACHED, at, "", newHash, newEtag);
    }

    /** After a fetch that failed; what was kept before is kept on, as stale. */
    ManifestEntry failed(String why, boolean kept) {
        return new ManifestEntry(source, kept ? SourceStatus.STALE : SourceStatus.FAILED, kept ? fetchedAt : null, why,
                kept ? contentHash : "", kept ? etag : "");
    }

    ManifestEntry withStatus(SourceStatus newStatus) {
        return new ManifestEntry(source, newStatus, fetchedAt, error, contentHash, etag);
    }
}
