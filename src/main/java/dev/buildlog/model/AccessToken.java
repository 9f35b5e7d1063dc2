package dev.buildlog.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a token after it was made; its text is known to its owner alone.
 *
 * @param id 10 hex digits; part of the token's text
 * @param project id of the project it opens; empty for the whole home
 * @param name what its owner called it; may be empty
 * @param created when it was made
 * @param expires from when it opens nothing; null for never
 * @param revoked when it was taken back; null if it was not
 */
public record AccessToken(String id, String project, String name, Instant created, @Nullable Instant expires,
        @Nullable Instant revoked) {

    /** Whether it opens anything at {@code now}. */
    public boolean isValid(Instant now) {
        return revoked == null && (expires == null || now.isBefore(expires));
    }
}
