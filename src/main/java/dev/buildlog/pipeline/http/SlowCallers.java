package dev.buildlog.pipeline.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hangs up on callers who take their time: a connection on which no request begins, or a request whose body does not end, would
 * be held for nothing. How long an answer takes does not count.
 */
final class SlowCallers implements Handler<RoutingContext> {

    private static final Logger LOG = LoggerFactory.getLogger(SlowCallers.class);

    /** More than a team's CI ever opens at once; what comes beyond is hung up on. */
    private static final int MOST = 1_000;

    private final Vertx vertx;
    private final Duration patience;
    /** The timer of each connection that is waited for. */
    private final Map<HttpConnection, Long> waiting = new ConcurrentHashMap<>();
    private final Map<HttpConnection, Boolean> open = new ConcurrentHashMap<>();

    /** @param patience from the connection to the end of the first request, and from an answer to the end of the next request */
    SlowCallers(Vertx vertx, Duration patience) {
        this.vertx = vertx;
        this.patience = patience;
    }

    /** A connection was made. */
    void connected(HttpConnection connection) {
        if (open.size() >= MOST) {
            LOG.warn("more than {} connections at once: hanging up on one more", MOST);
            connection.close();
            return;
        }
        open.put(connection, true);
        connection.closeHandler(closed -> {
            forget(connection);
            open.remove(connection);
        });
        expect(connection);
    }

    @Override
    public void handle(RoutingContext exchange) {
        HttpConnection connection = exchange.request().connection();
        exchange.request().end().onComplete(ended -> forget(connection));
        exchange.addEndHandler(answered -> expect(connection));
        exchange.next();
    }

    private void expect(HttpConnection connection) {
        forget(connection);
        if (open.containsKey(connection)) {
            waiting.put(connection, vertx.setTimer(patience.toMillis(), timer -> connection.close()));
        }
    }

    private void forget(HttpConnection connection) {
        Long timer = waiting.remove(connection);
        if (timer != null) {
            vertx.cancelTimer(timer);
        }
    }
}
