package dev.buildlog.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.buildlog.pipeline.Wire;
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

    private static final ObjectMapper JSON =
            Wire.json().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private record Body(@Nullable String key, @Nullable String date, @Nullable String text) {}

    /**
     * Reads {@code {"key": "...", "date": "2026-01-31", "text": "..."}}; the date may be left out.
     *
     * @throws RequestProblem if it is anything else
     */
    static Submission read(String json, LocalDate today) {
        Body body = parse(json);
        if (body.text() == null || body.text().isBlank()) {
            throw new RequestProblem(422, "Not an entry", "'text' is missing: send the entry's Markdown in it");
        }
        if (body.key() == null || !KEY.matcher(body.key()).matches()) {
            throw new RequestProblem(422, "Not an entry", "'key' is missing or not a name: send 1 to 100 letters, digits,"
                    + " '.', '_' or '-' under which the entry can be replaced or withdrawn later");
        }
        return new Submission(body.key(), date(body.date(), today), body.text());
    }

    private static Body parse(String json) {
        try {
            Body body = JSON.readValue(json, Body.class);
            if (body != null) {
                return body;
            }
        } catch (JacksonException e) {
            throw new RequestProblem(400, "Not JSON", e.getOriginalMessage() + " at line " + e.getLocation().getLineNr()
                    + ", column " + e.getLocation().getColumnNr());
        }
        throw new RequestProblem(400, "Not JSON", "the body must be an object with 'key', 'text' and perhaps 'date'");
    }

    private static LocalDate date(@Nullable String date, LocalDate today) {
        try {
            return date == null ? today : LocalDate.parse(date);
        } catch (DateTimeException e) {
            throw new RequestProblem(422, "Not an entry", "there is no day '" + date + "': write it as 2026-01-31");
        }
    }
}
