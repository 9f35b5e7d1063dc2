package dev.buildlog.pipeline.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.CamelContextHelper;
import org.jspecify.annotations.Nullable;

/** Camel's server, with what its configuration does not reach: certificates in PEM, guards before all routes, patience. */
final class FrontServer extends VertxPlatformHttpServer {

    private static final long MOST_BYTES = 1L << 20;

    /** As many requests are worked on at once; while one waits for the disk, the others prepare what goes there with it. */
    private static final int WORKERS = 64;

    private final Reach reach;
    private final Duration patience;
    private @Nullable Router everything;
    private @Nullable SlowCallers slow;
    private @Nullable HttpServer listening;

    FrontServer(Reach reach, Duration patience) {
        super(configuration(reach));
        this.reach = reach;
        this.patience = patience;
    }

    private static VertxPlatformHttpServerConfiguration configuration(Reach reach) {
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost(reach.host());
        configuration.setBindPort(reach.port());
        configuration.setMaxBodySize(MOST_BYTES);
        configuration.getBodyHandler().setHandleFileUploads(false);
        return configuration;
    }

    /** What all requests pass; more is added before {@link #listen}. */
    Router everything() {
        if (everything == null) {
            everything = Router.router(getVertx());
            slow = new SlowCallers(getVertx(), patience);
            everything.route().handler(slow);
        }
        return everything;
    }

    /** Begins to answer. */
    void listen() throws ExecutionException, InterruptedException, TimeoutException {
        HttpServerOptions options = new HttpServerOptions().setHost(reach.host()).setPort(reach.port())
                .setHttp2ClearTextEnabled(false);
        Certificate certificate = reach.tls();
        if (certificate != null) {
            options.setSsl(true).setKeyCertOptions(certificate.options());
        }
        Router all = everything();
        all.route("/*").subRouter(routes());
        listening = getVertx().createHttpServer(options).connectionHandler(slow()::connected).requestHandler(all);
        listening.listen().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private SlowCallers slow() {
        everything();
        return Objects.requireNonNull(slow);
    }

    /** Where the routes' own paths are. */
    VertxPlatformHttpRouter routes() {
        return CamelContextHelper.findSingleByType(getCamelContext(), VertxPlatformHttpRouter.class);
    }

    @Override
    public @Nullable HttpServer getServer() {
        return listening;
    }

    @Override
    protected Vertx createVertxInstance() {
        return Vertx.vertx(new VertxOptions().setWorkerPoolSize(WORKERS));
    }

    /** Camel would listen here; {@link #listen} does, once the guards stand. */
    @Override
    protected void startServer() {
        // nothing yet
    }

    @Override
    protected void stopServer() {
        if (listening != null) {
            await(listening.close());
        }
    }

    @Override
    protected void stopVertx() {
        if (getVertx() != null) {
            await(getVertx().close());
        }
    }

    /** Not for ever: what does not stop ends with the process. */
    private static void await(Future<Void> stopping) {
        stopping.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).exceptionally(failed -> null).join();
    }

    /** A context for the registry that the server wants; it is never started. */
    static DefaultCamelContext registry() {
        return new DefaultCamelContext(false);
    }
}
