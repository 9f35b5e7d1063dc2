package dev.buildlog.pipeline;

import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Problem;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the entries of one journal: at once when the system reports a change, and by a sweep at the start, now and then, and
 * whenever reports may have been lost.
 */
final class JournalConsumer extends DefaultConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(JournalConsumer.class);

    /** From this many changed files on, one sweep is cheaper than looking at each. */
    private static final int MANY = 32;

    /** Between two sweeps where the system reports nothing. */
    private static final Duration WITHOUT_EVENTS = Duration.ofSeconds(2);

    private final Journals journals;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Capture capture;
    private final Duration settle;
    private final Duration interval;
    private final Set<String> reported = new HashSet<>();
    private ExecutorService workers;
    private Thread watcher;
    private volatile @Nullable JournalWatch watching;
    private volatile boolean running;
    private String branch = "";
    private String trouble = "";

    JournalConsumer(JournalEndpoint endpoint, Processor processor, Journals journals, Path root, long settleMillis,
            long sweepSeconds) {
        super(endpoint, processor);
        this.journals = journals;
        this.capture = journals.captures().apply(root);
        this.settle = Duration.ofMillis(Math.max(1, settleMillis));
        this.interval = Duration.ofSeconds(Math.max(1, sweepSeconds));
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        workers = getEndpoint().getCamelContext().getExecutorServiceManager()
                .newThreadPool(this, "journal-" + capture.root().getFileName(), new ThreadPoolProfileBuilder("sweep")
                        .poolSize(Capture.WORKERS)
                        .maxPoolSize(Capture.WORKERS)
                        .maxQueueSize(Integer.MAX_VALUE)
                        .keepAliveTime(5L, TimeUnit.SECONDS)
                        .allowCoreThreadTimeOut(true)
                        .build());
        running = true;
        watcher = new Thread(this::watch, "watch-" + capture.root().getFileName());
        watcher.setDaemon(true);
        watcher.start();
    }

    @Override
    protected void doStop() throws Exception {
        running = false;
        stopping.countDown();
        capture.stop();
        JournalWatch watch = watching;
        if (watch != null) {
            // ends the waiting; an interrupt would also hit a message on its way into the ledger
            watch.close();
        }
        watcher.join(TimeUnit.SECONDS.toMillis(30));
        getEndpoint().getCamelContext().getExecutorServiceManager().shutdownGraceful(workers);
        super.doStop();
    }

    private void watch() {
        try (JournalWatch watch = new JournalWatch(capture.root(), capture.folder(), settle)) {
            watching = watch;
            watch.sweepIn(Duration.ZERO);
            while (running) {
                try {
                    JournalWatch.Due due = watch.await(interval);
                    if (due.sweep() || due.paths().size() >= MANY || branchChanged()) {
                        sweep(watch);
                    } else {
                        due.paths().forEach(path -> look(watch, path));
                    }
                } catch (ClosedWatchServiceException e) {
                    throw e;
                } catch (RuntimeException | IOException e) {
                    // the ledger or the repository is in trouble: say so and try again, for nothing is lost
                    if (running && !Causes.of(e).equals(trouble)) {
                        trouble = Causes.of(e);
                        LOG.warn("cannot look at {}: {}", capture.root(), trouble);
                    }
                    watch.sweepIn(Duration.ofSeconds(2));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ClosedWatchServiceException e) {
            LOG.debug("stopped watching {}", capture.root());
        } catch (IOException e) {
            LOG.warn("the system reports no changes in {} ({}); looking every {} s instead. On Linux, raise"
                    + " fs.inotify.max_user_instances or max_user_watches", capture.root(), e.getMessage(),
                    WITHOUT_EVENTS.toSeconds());
            sweepOnly();
        }
    }

    private void sweepOnly() {
        try {
            while (running) {
                try {
                    journals.sweep(capture, workers, this::send);
                    report();
                } catch (RuntimeException e) {
                    LOG.debug("cannot look at {}: {}", capture.root(), Causes.of(e));
                }
                stopping.await(WITHOUT_EVENTS.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean branchChanged() {
        return !capture.branch().equals(branch);
    }

    private void sweep(JournalWatch watch) {
        branch = capture.branch();
        Capture.Sweep sweep = journals.sweep(capture, workers, this::send);
        sweep.unsettled().forEach(watch::again);
        if (sweep.sent().size() > 1) {
            LOG.info("{}: {} changed entries", capture.root(), sweep.sent().size());
        }
        report();
    }

    private void look(JournalWatch watch, String path) {
        try {
            if (capture.look(path, this::send) == Capture.Look.UNSETTLED) {
                watch.again(path);
            }
        } catch (RuntimeCamelException e) {
            LOG.warn("{}: {}", path, Causes.of(e));
        }
        report();
    }

    /** Each problem is said once, not at every sweep. */
    private void report() {
        Set<String> now = new HashSet<>();
        for (Problem problem : capture.problems()) {
            now.add(problem.toString());
            if (reported.add(problem.toString())) {
                LOG.warn("{}: {}", capture.root(), problem);
            }
        }
        reported.retainAll(now);
    }

    private void send(EntryVersion entry) {
        Exchange exchange = createExchange(false);
        try {
            exchange.getIn().setBody(entry);
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                throw RuntimeCamelException.wrapRuntimeCamelException(exchange.getException());
            }
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        } finally {
            releaseExchange(exchange, false);
        }
    }
}
