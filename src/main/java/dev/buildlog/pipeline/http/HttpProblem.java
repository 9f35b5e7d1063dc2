package dev.buildlog.pipeline.http;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.Router;
import java.util.Map;

/** Problem details (RFC 9457) for requests that no route gets to see. */
final class HttpProblem {

    private static final Map<Integer, String> TITLES = Map.of(400, "Not a request", 404, "Nothing here",
            405, "Not that method", 413, "Too large", 415, "Not that type");

    private static final Map<Integer, String> DETAILS = Map.of(
            400, "the address or the headers of the request are not readable",
            404, "there is nothing at this address: GET /api/v1/openapi.json tells what there is",
            405, "this address does not take this method: GET /api/v1/openapi.json tells what it takes",
            413, "the body is larger than 1 MiB: send less at once",
            415, "this address does not take this content type: GET /api/v1/openapi.json tells what it takes");

    private HttpProblem() {}

    /** Has {@code router} answer in this way where it would answer by itself. */
    static void on(Router router) {
        TITLES.forEach((status, title) -> router.errorHandler(status,
                exchange -> answer(exchange, status, title, DETAILS.get(status))));
    }

    static void answer(RoutingContext exchange, int status, String title, String detail) {
        if (exchange.response().ended()) {
            return;
        }
        JsonObject body = new JsonObject().put("type", "about:blank").put("title", title).put("status", status)
                .put("detail", detail);
        exchange.response().setStatusCode(status).putHeader("Content-Type", "application/problem+json")
                .end(body.encodePrettily());
    }
}
