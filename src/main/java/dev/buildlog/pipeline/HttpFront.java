package dev.buildlog.pipeline;

import dev.buildlog.model.BuildlogException;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.CamelContextHelper;

/**
 * The HTTP server, which outlives every pipeline: when routes change, the new pipeline adds its paths before the old one takes
 * its own away, and no connection is refused in between.
 */
public final class HttpFront implements AutoCloseable {

    private static final long MOST_BYTES = 16L << 20;

    private final DefaultCamelContext registry;
    private final VertxPlatformHttpServer server;
    private final String host;
    private final OpenRequests requests;

    private HttpFront(DefaultCamelContext registry, VertxPlatformHttpServer server, String host, OpenRequests requests) {
        this.requests = requests;
        this.registry = registry;
        this.server = server;
        this.host = host;
    }

    /**
     * Listens on {@code host}:{@code port}.
     *
     * @param host a loopback address
     * @param port 0 for any free one
     * @throws BuildlogException if the port is taken
     */
    public static HttpFront listen(String host, int port) {
        requireFree(host, port);
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost(host);
        configuration.setBindPort(port);
        configuration.setMaxBodySize(MOST_BYTES);
        // the server wants a context for its registry only; this one is never started
        DefaultCamelContext registry = new DefaultCamelContext(false);
        VertxPlatformHttpServer server = new VertxPlatformHttpServer(configuration);
        server.setCamelContext(registry);
        try {
            server.start();
        } catch (Exception e) {
            throw cannotListen(host, port, e);
        }
        // the server tells of a port that was taken meanwhile in its log only
        if (server.getServer().actualPort() <= 0) {
            server.stop();
            throw cannotListen(host, port, new BindException("the port was taken just now"));
        }
        Router everything = (Router) server.getServer().requestHandler();
        OpenRequests requests = new OpenRequests();
        everything.route().order(Integer.MIN_VALUE).handler(new LoopbackGuard());
        everything.route().order(Integer.MIN_VALUE + 1).handler(requests);
        HttpProblem.on(everything);
        return new HttpFront(registry, server, host, requests);
    }

    /** Where it listens, for instance {@code http://127.0.0.1:8484}. */
    public String url() {
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.getServer().actualPort();
    }

    /** Waits, though not for ever, until the requests that were begun are answered. */
    void finishRequests() {
        requests.await(Duration.ofSeconds(15));
    }

    /** The paths that are served now. */
    Set<Route> paths() {
        return Set.copyOf(router().getRoutes());
    }

    /** What a context needs in its registry so that its {@code platform-http} endpoints are served here. */
    Map<String, Object> beans() {
        VertxPlatformHttpRouter router = router();
        return Map.of("http-server", server, router.getName(), router);
    }

    private VertxPlatformHttpRouter router() {
        return CamelContextHelper.findSingleByType(registry, VertxPlatformHttpRouter.class);
    }

    /** Binds the port and lets it go again: only so does one learn why it cannot be had. */
    private static void requireFree(String host, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
        } catch (BindException e) {
            throw new BuildlogException(BuildlogException.Kind.FAILED, "port " + port + " on " + host + " is taken or not"
                    + " allowed (" + e.getMessage() + "): stop what listens there, or choose another one with --port", e);
        } catch (IOException e) {
            throw cannotListen(host, port, e);
        }
    }

    private static BuildlogException cannotListen(String host, int port, Exception e) {
        return new BuildlogException(BuildlogException.Kind.FAILED, "cannot listen on " + host + ":" + port + ": "
                + Causes.of(e), e);
    }

    @Override
    public void close() throws IOException {
        server.stop();
        registry.close();
    }
}
