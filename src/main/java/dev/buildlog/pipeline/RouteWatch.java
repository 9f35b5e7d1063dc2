package dev.buildlog.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has pipelines reloaded when files in {@code routes}, {@code components} or the settings change. Looks instead of listening:
 * a few dozen files, folders that come and go, any file system; and acts once a change has been left alone for one look.
 */
final class RouteWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RouteWatch.class);
    private static final long MILLIS = 500;

    private final List<Path> bases;
    private final Supplier<?> trust;
    private final Runnable reload;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread watcher = new Thread(work, "watch-routes");
        watcher.setDaemon(true);
        return watcher;
    });
    private Look loaded;
    private Look last;
    private String trouble = "";

    private record Look(Map<Path, String> files, Object trust) {}

    /**
     * @param bases folders that hold {@code routes}, {@code components} and {@code config.yaml}
     * @param trust what is trusted; a change counts like that of a file
     * @param reload called after a change to the files as they are now, from one thread
     */
    RouteWatch(List<Path> bases, Supplier<?> trust, Runnable reload) {
        this.bases = List.copyOf(bases);
        this.trust = trust;
        this.reload = reload;
        this.loaded = look();
        this.last = loaded;
    }

    void start() {
        thread.scheduleWithFixedDelay(this::check, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    private void check() {
        try {
            Look now = look();
            boolean due = !now.equals(loaded) && now.equals(last);
            last = now;
            if (due) {
                reload.run();
                loaded = now;
            }
            trouble = "";
        } catch (RuntimeException e) {
            // tried again at the next look
            if (!Causes.of(e).equals(trouble)) {
                trouble = Causes.of(e);
                LOG.error("cannot reload the routes: {}", trouble);
            }
        }
    }

    private Look look() {
        Map<Path, String> seen = new TreeMap<>();
        for (Path base : bases) {
            for (String part : List.of("routes", "components", "config.yaml")) {
                Path start = base.resolve(part);
                if (Files.exists(start)) {
                    stamp(start, seen);
                }
            }
        }
        return new Look(seen, trust.get());
    }

    private static void stamp(Path start, Map<Path, String> seen) {
        try (Stream<Path> files = Files.walk(start)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                seen.put(file, Files.getLastModifiedTime(file) + " " + Files.size(file));
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            // a file vanished while we looked: the next look sees the folder as it then is
            seen.put(start, e.toString());
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
