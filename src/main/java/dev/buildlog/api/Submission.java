package dev.buildlog.api;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.buildlog.pipeline.Wire;
import java.io.CharConversionException;
import java.io.IOException;
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

    private static final String SHAPE = "the body must be an object with 'key', 'text' and perhaps 'date', each of them text";

    private record Body(@Nullable String key, @Nullable String date, @Nullable String text) {}

    /**
     * Reads {@code {"key": "...", "date": "2026-01-31", "text": "..."}} in UTF-8; the date may be left out.
     *
     * @throws RequestProblem if it is anything else
     */
    static Submission read(byte[] json, LocalDate today) {
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

    private static Body parse(byte[] json) {
        try {
            Body body = JSON.readValue(json, Body.class);
            if (body != null) {
                return body;
            }
        } catch (UnrecognizedPropertyException e) {
            throw new RequestProblem(400, "Not an entry", "unknown field '" + e.getPropertyName() + "': " + SHAPE);
        } catch (JsonParseException | CharConversionException e) {
            throw new RequestProblem(400, "Not JSON", e instanceof JsonParseException wrong
                    ? wrong.getOriginalMessage() + " at line " + wrong.getLocation().getLineNr() + ", column "
                            + wrong.getLocation().getColumnNr()
                    : "the body is not UTF-8");
        } catch (IOException e) {
            // of the wrong shape; what the reader says of it names our classes
            throw new RequestProblem(400, "Not an entry", SHAPE);
        }
        throw new RequestProblem(400, "Not an entry", SHAPE);
    }

    private static LocalDate date(@Nullable String date, LocalDate today) {
        try {
            return date == null ? today : LocalDate.parse(date);
        } catch (DateTimeException e) {
            throw new RequestProblem(422, "Not an entry", "there is no day '" + date + "': write it as 2026-01-31");
        }
    }
}
