package dev.buildlog.api;

import java.util.Map;

/**
 * What a request says beside its body. Routes hand over all headers as a map: given one by one, a value in quotes would lose
 * them, and the word {@code null} would become nothing.
 */
final class Request {

    private Request() {}

    /**
     * A part of the address, such as {@code project}.
     *
     * @throws RequestProblem 400 if a header or query parameter of the same name says otherwise
     */
    static String address(Map<String, Object> headers, String name) {
        if (headers.get(name) instanceof Iterable<?>) {
            throw new RequestProblem(400, "Said twice", "'" + name + "' is part of the address: do not send it as a header or"
                    + " query parameter too");
        }
        return text(headers, name);
    }

    /** One header or query parameter; the first where there are several, empty where there is none. */
    static String text(Map<String, Object> headers, String name) {
        Object value = headers.get(name);
        Object first = value instanceof Iterable<?> several ? several.iterator().next() : value;
        return first == null ? "" : first.toString();
    }

    /** @throws RequestProblem 415 if the body is not said to be JSON */
    static void requireJson(Map<String, Object> headers) {
        if (!text(headers, "Content-Type").split(";")[0].strip().equalsIgnoreCase(Answer.JSON)) {
            throw new RequestProblem(415, "Not JSON", "send it as application/json");
        }
    }
}
