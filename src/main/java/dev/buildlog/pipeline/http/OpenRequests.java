package dev.buildlog.pipeline.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The requests that were begun and not answered yet. */
final class OpenRequests implements Handler<RoutingContext> {

    private final Set<RoutingContext> open = ConcurrentHashMap.newKeySet();

    @Override
    public void handle(RoutingContext exchange) {
        open.add(exchange);
        exchange.addEndHandler(ended -> {
            open.remove(exchange);
            synchronized (this) {
                notifyAll();
            }
        });
        exchange.next();
    }

    /** Waits until the requests that are open now are answered, at most for {@code limit}. */
    synchronized void await(Duration limit) {
        Set<RoutingContext> begun = Set.copyOf(open);
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (begun.stream().anyMatch(open::contains) && System.nanoTime() < end) {
                wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
