package dev.buildlog.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Events of the operating system for one journal folder, held back until a file has been left alone for a moment. The folder
 * may be missing, come, go and come again. Used by one thread.
 */
final class JournalWatch implements AutoCloseable {

    /** What to look at now: everything, or these paths. */
    record Due(boolean sweep, Set<String> paths) {}

    private final Path root;
    private final String folder;
    private final long settleNanos;
    private final WatchService service;
    private final Map<String, Long> pending = new HashMap<>();
    private @Nullable WatchKey journal;
    private @Nullable WatchKey above;
    private @Nullable Object watched;
    private long sweepAt = Long.MAX_VALUE;

    JournalWatch(Path root, String folder, Duration settle) throws IOException {
        this.root = root;
        this.folder = folder;
        this.settleNanos = settle.toNanos();
        this.service = root.getFileSystem().newWatchService();
    }

    /** Has everything looked at after {@code delay}. */
    void sweepIn(Duration delay) {
        sweepAt = Math.min(sweepAt, System.nanoTime() + delay.toNanos());
    }

    /** Has {@code path} looked at again once it had time to settle. */
    void again(String path) {
        pending.put(path, System.nanoTime() + 2 * settleNanos);
    }

    /** Waits until something is due, at the latest a sweep after {@code interval}. */
    Due await(Duration interval) throws InterruptedException, IOException {
        sweepIn(interval);
        while (true) {
            register();
            long now = System.nanoTime();
            if (now >= sweepAt) {
                sweepAt = Long.MAX_VALUE;
                pending.clear();
                return new Due(true, Set.of());
            }
            Set<String> settled = takeSettled(now);
            if (!settled.isEmpty()) {
                return new Due(false, settled);
            }
            long next = pending.values().stream().mapToLong(Long::longValue).min().orElse(sweepAt);
            WatchKey key = service.poll(Math.max(1, Math.min(next, sweepAt) - now), TimeUnit.NANOSECONDS);
            if (key != null) {
                take(key);
            }
        }
    }

    /**
     * Watches the journal folder, and the nearest folder above it that exists: the key of a folder that was moved away stays
     * valid and says nothing, so the folder's identity is compared.
     */
    private void register() throws IOException {
        Path target = root.resolve(folder);
        Object now = identity(target);
        if (journal != null && (!journal.isValid() || !Objects.equals(now, watched))) {
            journal.cancel();
            journal = null;
            sweepIn(Duration.ofNanos(settleNanos));
        }
        if (journal == null && now != null) {
            journal = watch(target);
            watched = now;
            sweepIn(Duration.ofNanos(settleNanos));
        }
        Path existing = target.getParent();
        while (existing != null && !Files.isDirectory(existing)) {
            existing = existing.getParent();
        }
        if (existing != null && (above == null || !above.isValid() || !above.watchable().equals(existing))) {
            if (above != null) {
                above.cancel();
            }
            above = watch(existing);
        }
    }

    /** What tells a folder from another one at the same path; null where there is no folder. */
    private static @Nullable Object identity(Path target) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(target, BasicFileAttributes.class);
            Object key = attributes.fileKey() == null ? "a folder" : attributes.fileKey();
            return attributes.isDirectory() ? key : null;
        } catch (IOException e) {
            return null;
        }
    }

    private WatchKey watch(Path target) throws IOException {
        return target.register(service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE);
    }

    private void take(WatchKey key) {
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
                sweepIn(Duration.ofNanos(settleNanos));
            } else if (key == journal && event.context() instanceof Path name && name.toString().endsWith(".md")) {
                pending.put(folder + "/" + name, System.nanoTime() + settleNanos);
            }
        }
        if (!key.reset() && key == journal) {
            journal = null;
            sweepIn(Duration.ofNanos(settleNanos));
        }
    }

    private Set<String> takeSettled(long now) {
        Set<String> settled = new TreeSet<>();
        for (Iterator<Map.Entry<String, Long>> each = pending.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<String, Long> entry = each.next();
            if (entry.getValue() <= now) {
                settled.add(entry.getKey());
                each.remove();
            }
        }
        return settled;
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
