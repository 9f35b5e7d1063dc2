package dev.buildlog.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.buildlog.ledger.LedgerBusyException;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.RefusedException;
import dev.buildlog.pipeline.Wire;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers in JSON, and errors as problem details. */
final class Json {

    private static final Logger LOG = LoggerFactory.getLogger(Json.class);
    private static final ObjectMapper MAPPER = Wire.json();

    private Json() {}

    static Answer answer(int status, Object value) {
        return new Answer(status, Answer.JSON, text(value));
    }

    static String text(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every answer can be written as JSON", e);
        }
    }

    /** What the sender of a request is told about an error; nothing of our insides. */
    static Answer problem(Throwable error) {
        for (Throwable t = error; t != null; t = t.getCause()) {
            if (t instanceof RequestProblem problem) {
                return problem(problem.status(), problem.title(), problem.getMessage());
            }
            if (t instanceof LedgerBusyException busy) {
                return problem(503, "Busy", busy.getMessage());
            }
            if (t instanceof RefusedException refused) {
                return problem(422, "Refused", refused.getMessage());
            }
            if (t instanceof BuildlogException known) {
                return problem(500, "Not done", known.getMessage());
            }
        }
        LOG.error("a request failed", error);
        return problem(500, "Not done", "an unexpected error; the service's log has it");
    }

    private static Answer problem(int status, String title, String detail) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        return new Answer(status, Answer.PROBLEM, text(body));
    }
}
