package dev.buildlog.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of the beginning or the end of a session.
 *
 * @param project id of the project
 * @param session id of the session
 * @param context a context key
 * @param startedAt when it began
 * @param endedAt when it ended; null if it is under way
 * @param rulesAtStart number of live rules when it began
 * @param rulesAtEnd number of live rules when it ended, or as for the start if it is under way
 */
public record SessionReceipt(String project, String session, String context, Instant startedAt, @Nullable Instant endedAt,
        int rulesAtStart, int rulesAtEnd) {}
