package dev.buildlog.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An entry in the body of a request.
 *
 * @param key name of the entry; a later submission under the same key replaces it
 * @param date day of the entry
 * @param text Markdown
 */
record Submission(String key, LocalDate date, String text) {

    static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private record Body(String key, @Nullable String date, String text) {}

    /**
     * Reads {@code {"key": "...", "date": "2026-01-31", "text": "..."}} in UTF-8; the date may be left out.
     *
     * @throws RequestProblem if it is anything else
     */
    static Submission read(Contract contract, byte @Nullable [] json, LocalDate today) {
        Body body = contract.read(json, "Submission", Body.class);
        if (body.text().isBlank()) {
            throw new RequestProblem(422, "Not an entry", "'text' is empty: send the entry's Markdown in it");
        }
        return new Submission(body.key(), date(body.date(), today), body.text());
    }

    private static LocalDate date(@Nullable String date, LocalDate today) {
        try {
            return date == null ? today : LocalDate.parse(date);
        } catch (DateTimeException e) {
            throw new RequestProblem(422, "Not an entry", "there is no day '" + date + "': write it as 2026-01-31");
        }
    }
}
