package dev.buildlog.pipeline;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Refuses what web pages of strangers have a browser send here. A page whose name was made to point to this machine (DNS
 * rebinding) gives itself away by the Host header, one that posts across (CSRF) by its Origin.
 */
final class LoopbackGuard implements Handler<RoutingContext> {

    private static final Pattern LOOPBACK = Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?");

    @Override
    public void handle(RoutingContext exchange) {
        Optional<String> objection = objection(exchange.request());
        if (objection.isPresent()) {
            HttpProblem.answer(exchange, 403, "Not from here", objection.get());
        } else {
            exchange.next();
        }
    }

    private static Optional<String> objection(HttpServerRequest request) {
        List<String> hosts = request.headers().getAll("Host");
        String host = hosts.size() == 1 ? hosts.get(0).toLowerCase(Locale.ROOT)
                : hosts.isEmpty() && request.authority() != null ? request.authority().toString() : "";
        if (!LOOPBACK.matcher(host).matches()) {
            return Optional.of("the Host header must name this machine: 127.0.0.1, [::1] or localhost");
        }
        List<String> origins = request.headers().getAll("Origin");
        boolean own = origins.stream().allMatch(origin -> origin.equalsIgnoreCase("http://" + host));
        return own ? Optional.empty()
                : Optional.of("pages of other origins may not send requests here: use a program, or a page served from http://"
                        + host);
    }
}
