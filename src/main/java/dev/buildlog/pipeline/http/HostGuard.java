package dev.buildlog.pipeline.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses what web pages of strangers have a browser send here. A page whose name was made to point to this machine (DNS
 * rebinding) gives itself away by the Host header, one that posts across (CSRF) by its Origin. A bare address cannot be made to
 * point anywhere, so where other machines may call, every address is a host of this service.
 */
final class HostGuard implements Handler<RoutingContext> {

    private static final Pattern HOST = Pattern.compile("([a-z0-9.-]+|\\[[0-9a-f:.]+])(?::\\d{1,5})?");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

    private final Reach reach;
    private final Set<String> schemes;

    HostGuard(Reach reach) {
        this.reach = reach;
        this.schemes = reach.trust() == Reach.Trust.BEHIND_PROXY ? Set.of("http", "https")
                : Set.of(reach.tls() == null ? "http" : "https");
    }

    @Override
    public void handle(RoutingContext exchange) {
        Optional<String> objection = objection(exchange.request());
        if (objection.isPresent()) {
            HttpProblem.answer(exchange, 403, "Not from here", objection.get());
        } else {
            exchange.next();
        }
    }

    private Optional<String> objection(HttpServerRequest request) {
        List<String> hosts = request.headers().getAll("Host");
        String host = hosts.size() == 1 ? hosts.get(0).toLowerCase(Locale.ROOT)
                : hosts.isEmpty() && request.authority() != null ? request.authority().toString() : "";
        Matcher form = HOST.matcher(host);
        if (!form.matches() || !isOwn(form.group(1))) {
            return Optional.of(reach.isLocal() ? "the Host header must name this machine: 127.0.0.1, [::1] or localhost"
                    : "the Host header must name this service by an address or by a name that http.names lists");
        }
        List<String> origins = request.headers().getAll("Origin");
        boolean own = origins.stream().allMatch(origin -> schemes.stream()
                .anyMatch(scheme -> origin.equalsIgnoreCase(scheme + "://" + host)));
        return own ? Optional.empty()
                : Optional.of("pages of other origins may not send requests here: use a program, or a page served from "
                        + schemes.iterator().next() + "://" + host);
    }

    private boolean isOwn(String name) {
        return Reach.isLoopback(name) || !reach.isLocal() && (reach.names().contains(name) || ADDRESS.matcher(name).matches()
                || name.equals(reach.host().toLowerCase(Locale.ROOT)));
    }
}
