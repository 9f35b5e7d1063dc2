package dev.buildlog.models.remote;

import dev.langchain4j.exception.HttpException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** An answer that is none: its status, the start of what it said, and how long to wait where it said so. */
final class Refusal extends HttpException {

    private static final int READABLE = 300;

    private final transient Optional<Duration> retryAfter;

    private Refusal(int status, String message, Optional<Duration> retryAfter) {
        super(status, message);
        this.retryAfter = retryAfter;
    }

    static Refusal of(HttpResponse<String> response) {
        if (response.statusCode() == 401 || response.statusCode() == 403) {
            // what it says may repeat the key
            return new Refusal(response.statusCode(), "HTTP " + response.statusCode() + ": the API key is not accepted",
                    Optional.empty());
        }
        String said = response.body().replaceAll("[\\p{C}\\s]+", " ").strip();
        return new Refusal(response.statusCode(), "HTTP " + response.statusCode() + (said.isEmpty() ? "" : ": ")
                + said.substring(0, Math.min(said.length(), READABLE)),
                response.headers().firstValue("Retry-After").flatMap(value -> wait(value, response)));
    }

    /** How long the provider asks to wait; empty where it did not say. */
    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** Seconds, or a date that is compared with the provider's own clock. */
    private static Optional<Duration> wait(String value, HttpResponse<String> response) {
        try {
            if (value.strip().matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(value.strip())));
            }
            Optional<String> now = response.headers().firstValue("Date");
            return now.map(date -> Duration.between(instant(date), instant(value))).filter(wait -> !wait.isNegative());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Instant instant(String date) {
        return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }
}
