package dev.buildlog.cli;

import ch.qos.logback.classic.Level;
import dev.buildlog.config.Keys;
import dev.buildlog.config.Settings;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.pipeline.Service;
import dev.buildlog.pipeline.http.Reach;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code buildlog serve}: the service. */
@Command(name = "serve", description = {
    "Watch journals, keep rules and the agents' files up to date, and answer over HTTP, until stopped.",
    "Example: buildlog serve --repo ~/src/shop --repo ~/src/site"})
final class Serve extends Verb {

    @Spec
    private CommandSpec spec;

    @Option(names = "--repo", paramLabel = "DIR", description = "A repository to watch; again for each further one."
            + " Default: the one around the working directory.")
    private List<Path> repositories = List.of();

    @Option(names = "--port", paramLabel = "P", description = "Port to listen on; 0 for any free one.")
    private @Nullable Integer port;

    @Option(names = "--open", description = "Let every program on this machine write, without the home's secret.")
    private boolean open;

    @Option(names = "--behind-proxy", description = "Something in front of the service encrypts and passes requests on: every"
            + " request needs a token, also on a loopback address.")
    private boolean behindProxy;

    @Option(names = "--demo", description = "Try it out on a sample journal in a temporary folder.")
    private boolean demo;

    @Mixin
    private GuardOption guards = new GuardOption();

    @Override
    int run(Workplace asked) throws IOException, InterruptedException {
        Workplace here = guards.at(asked);
        if (demo) {
            Demo sample = Demo.create(here, Files.createTempDirectory("buildlog-demo"));
            return serve(sample.workplace(), List.of(sample.repository()), sample);
        }
        List<Path> roots = new ArrayList<>();
        for (Path repository : repositories.isEmpty() ? List.of(here.root()) : repositories) {
            roots.add(here.directory().resolve(repository));
        }
        return serve(here, roots, null);
    }

    private int serve(Workplace here, List<Path> roots, @Nullable Demo sample) throws IOException, InterruptedException {
        Logging.begin(here, here.verbosity() == Verbosity.QUIET ? Level.ERROR : Level.INFO);
        Settings settings = Settings.load(here.home(), null, here.environment(), here.options());
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.countDown();
            await(stopped);
        }, "stop"));
        try (Assembly parts = Assembly.at(here); Service service = start(here, roots, settings, parts)) {
            here.out().println("buildlog listens on " + service.url());
            service.checkouts().forEach(checkout -> here.out().println("watching " + Printable.line(checkout.root()
                    .resolve(settings.text(Keys.JOURNAL_FOLDER)).toString())));
            here.out().flush();
            if (sample != null) {
                sample.tell(here);
            }
            stop.await();
        } catch (BuildlogException e) {
            // told to stop while starting, it cannot finish starting: that is no failure
            if (stop.getCount() > 0) {
                throw e;
            }
        } finally {
            stopped.countDown();
        }
        return ExitCode.DONE;
    }

    private Service start(Workplace here, List<Path> roots, Settings settings, Assembly parts) {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        return Service.start(parts.core(), new Service.Plan(roots, Reaching.of(here.home(), settings,
                port == null ? settings.number(Keys.HTTP_PORT) : port, trust()), parts.settings(), parts.front(meters), meters));
    }

    private Reach.Trust trust() {
        if (open && behindProxy) {
            throw new ParameterException(spec.commandLine(), "--open and --behind-proxy exclude each other.");
        }
        return open ? Reach.Trust.OPEN : behindProxy ? Reach.Trust.BEHIND_PROXY : Reach.Trust.USUAL;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
