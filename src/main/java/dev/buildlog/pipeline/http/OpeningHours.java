package dev.buildlog.pipeline.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * Tells whoever comes before the routes are there, or when they are about to go, to come again: the 404 that the server would
 * answer by itself means that trying again is of no use, and what was to be recorded would be given up.
 */
final class OpeningHours implements Handler<RoutingContext> {

    private volatile boolean open;

    void set(boolean open) {
        this.open = open;
    }

    @Override
    public void handle(RoutingContext exchange) {
        if (open) {
            exchange.next();
        } else {
            exchange.response().putHeader("Retry-After", "1");
            HttpProblem.answer(exchange, 503, "Starting or stopping",
                    "the service is starting or stopping and has recorded nothing: send it again in a second");
        }
    }
}
