package dev.buildlog.pipeline.http;

import dev.buildlog.pipeline.http.Callers.Caller;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request through if its caller may make it, before any of its body is read. No route can leave this out.
 *
 * <p>What a project's token may reach is written into the header {@link #PROJECT}; whoever finds the project of a request holds
 * it against that once more.
 */
final class AccessGuard implements Handler<RoutingContext> {

    /** Id of the one project that is open to the caller; no such header if all are. Taken out of what callers send. */
    static final String PROJECT = "Buildlog-Project";

    /** What everybody may ask: how to ask. */
    private static final String DESCRIPTION = "/api/v1/openapi.json";
    private static final String PROJECTS = "/api/v1/projects";
    /** Its caller signs the body instead. */
    private static final String SIGNED = "/webhooks/github";

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Pattern BEARER = Pattern.compile("(?i)Bearer +(\\S{1,200}) *");
    private static final Pattern IN_PROJECT = Pattern.compile(PROJECTS + "/([^/]+)(?:/.*)?");

    private final Reach reach;
    private final Callers callers;

    AccessGuard(Reach reach, Callers callers) {
        this.reach = reach;
        this.callers = callers;
    }

    @Override
    public void handle(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        request.headers().remove(PROJECT);
        if (isFree(exchange)) {
            exchange.next();
            return;
        }
        String credential = credential(request.headers().getAll("Authorization"));
        if (credential == null) {
            refuse(exchange, 401, "No token", "", reach.isLocal()
                    ? "whoever changes something says who it is: send 'Authorization: Bearer ' and the content of the file"
                            + " 'secret' in buildlog's home, or a token that 'buildlog token create' made"
                    : "send 'Authorization: Bearer ' and a token that 'buildlog token create' made for the project");
        } else if (callers.isOwner(credential)) {
            exchange.next();
        } else {
            // asking the ledger takes a while, in which nothing of the body must get lost
            request.pause();
            exchange.vertx().executeBlocking(() -> callers.of(credential).map(caller -> objection(exchange, caller)), false)
                    .onComplete(known -> {
                        request.resume();
                        if (known.failed()) {
                            exchange.fail(known.cause());
                        } else {
                            admit(exchange, known.result());
                        }
                    });
        }
    }

    /** @param objection nothing in it if the caller is known and may do this; none if the caller is not known */
    private static void admit(RoutingContext exchange, Optional<Optional<String>> objection) {
        if (objection.isEmpty()) {
            refuse(exchange, 401, "Wrong token", "invalid_token", "this token is not known here, has expired or"
                    + " was revoked: 'buildlog token list' shows what there is, 'buildlog token create' makes another");
        } else if (objection.get().isPresent()) {
            refuse(exchange, 403, "Not yours", "insufficient_scope", objection.get().get());
        } else {
            exchange.next();
        }
    }

    private boolean isFree(RoutingContext exchange) {
        HttpMethod method = exchange.request().method();
        String path = exchange.normalizedPath();
        boolean reads = READING.contains(method);
        return reach.trust() == Reach.Trust.OPEN || reads && (reach.isLocal() || path.equals(DESCRIPTION))
                || method.equals(HttpMethod.POST) && path.equals(SIGNED);
    }

    /** Why a known caller may not do this, if so; otherwise the request says from now on what is open to it. */
    private Optional<String> objection(RoutingContext exchange, Caller caller) {
        if (caller.project().isEmpty()) {
            return Optional.empty();
        }
        Matcher address = IN_PROJECT.matcher(exchange.normalizedPath());
        boolean own = address.matches()
                ? callers.means(URLDecoder.decode(address.group(1).replace("+", "%2B"), StandardCharsets.UTF_8), caller.project())
                : exchange.normalizedPath().equals(PROJECTS) && READING.contains(exchange.request().method());
        if (!own) {
            return Optional.of("this token opens what lies below " + PROJECTS + "/" + caller.project() + " and nothing else: use"
                    + " that address, or a token made for the other one");
        }
        exchange.request().headers().set(PROJECT, caller.project());
        return Optional.empty();
    }

    private static @Nullable String credential(List<String> headers) {
        Matcher bearer = BEARER.matcher(headers.size() == 1 ? headers.get(0) : "");
        return bearer.matches() ? bearer.group(1) : null;
    }

    private static void refuse(RoutingContext exchange, int status, String title, String error, String detail) {
        exchange.response().putHeader("WWW-Authenticate", "Bearer realm=\"buildlog\""
                + (error.isEmpty() ? "" : ", error=\"" + error + "\""));
        HttpProblem.answer(exchange, status, title, detail);
    }
}
