package dev.buildlog.model;

import java.time.Instant;

/**
 * A message that could not be processed, kept with its cause until a person replays or drops it.
 *
 * @param id number, from 1
 * @param door name of the door it entered by ({@code entry}, {@code publish}, ...)
 * @param project id of the project; empty where unknown
 * @param subject what it was about, for a person (an entry's path, for instance)
 * @param message the message as JSON, redacted
 * @param cause the error, one line
 * @param route id of the route and the step that failed
 * @param failedAt when it failed last
 * @param attempts how often it failed
 */
public record DeadLetter(
        long id,
        String door,
        String project,
        String subject,
        String message,
        String cause,
        String route,
        Instant failedAt,
        int attempts) {}
