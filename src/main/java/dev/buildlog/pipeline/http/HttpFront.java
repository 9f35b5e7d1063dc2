package dev.buildlog.pipeline.http;

import dev.buildlog.model.BuildlogException;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.BindException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * The HTTP server, which outlives every pipeline: when routes change, the new pipeline adds its paths before the old one takes
 * its own away, and no connection is refused in between.
 */
public final class HttpFront implements AutoCloseable {

    /** How long a caller may take to send a request, or to think of the next one. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DefaultCamelContext registry;
    private final FrontServer server;
    private final Reach reach;
    private final OpenRequests requests;
    private final OpeningHours hours;

    private HttpFront(DefaultCamelContext registry, FrontServer server, Reach reach, OpenRequests requests, OpeningHours hours) {
        this.requests = requests;
        this.hours = hours;
        this.registry = registry;
        this.server = server;
        this.reach = reach;
    }

    /**
     * Listens where {@code reach} says, to whom {@code callers} knows; until {@link #open()} they are told to come again.
     *
     * @throws BuildlogException if the port is taken, or a certificate cannot be used
     */
    public static HttpFront listen(Reach reach, Callers callers) {
        return listen(reach, callers, PATIENCE);
    }

    static HttpFront listen(Reach reach, Callers callers, Duration patience) {
        DefaultCamelContext registry = FrontServer.registry();
        FrontServer server = new FrontServer(reach, patience);
        server.setCamelContext(registry);
        try {
            server.start();
            Router everything = server.everything();
            OpenRequests requests = new OpenRequests();
            OpeningHours hours = new OpeningHours();
            everything.route().handler(new HostGuard(reach));
            everything.route().handler(new AccessGuard(reach, callers));
            everything.route().handler(hours);
            everything.route().handler(requests);
            HttpProblem.on(everything);
            server.listen();
            return new HttpFront(registry, server, reach, requests, hours);
        } catch (Exception e) {
            server.stop();
            Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
            throw cannotListen(reach, cause == null ? e : cause);
        }
    }

    /** Where it listens, for instance {@code http://127.0.0.1:8484}. */
    public String url() {
        String host = reach.host();
        return (reach.tls() == null ? "http" : "https") + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + Objects.requireNonNull(server.getServer()).actualPort();
    }

    /** The routes are there. */
    public void open() {
        hours.set(true);
    }

    /** The routes are about to go: nothing further is begun. */
    public void shut() {
        hours.set(false);
    }

    /** Waits, though not for ever, until the requests that were begun are answered. */
    public void finishRequests() {
        requests.await(Duration.ofSeconds(15));
    }

    /** Where paths are added and taken away. */
    Router routes() {
        return server.routes();
    }

    /** The paths that are served now. */
    public Set<Route> paths() {
        return Set.copyOf(server.routes().getRoutes());
    }

    /** What a context needs in its registry so that its {@code platform-http} endpoints are served here. */
    public Map<String, Object> beans() {
        VertxPlatformHttpRouter router = server.routes();
        return Map.of("http-server", server, router.getName(), router);
    }

    private static BuildlogException cannotListen(Reach reach, Throwable cause) {
        if (cause instanceof BuildlogException known) {
            return known;
        }
        if (cause instanceof BindException || cause instanceof SocketException) {
            return new BuildlogException(BuildlogException.Kind.FAILED, "port " + reach.port() + " on " + reach.host()
                    + " is taken or not allowed (" + cause.getMessage() + "): stop what listens there, or choose another one with"
                    + " --port", cause);
        }
        return new BuildlogException(BuildlogException.Kind.FAILED, "cannot listen on " + reach.host() + ":" + reach.port() + ": "
                + cause.getMessage() + (reach.tls() == null ? "" : "; the certificate and key are those of " + reach.tls()),
                cause);
    }

    @Override
    public void close() throws IOException {
        server.stop();
        registry.close();
    }
}
