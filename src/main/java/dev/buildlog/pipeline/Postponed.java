package dev.buildlog.pipeline;

import dev.buildlog.journal.Checkout;
import dev.buildlog.ledger.PostponedEntries;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.EntryVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bean {@code postponed} of the routes: entries that passed through without a step that could not be taken, to be sent again.
 *
 * <p>As long as that does not help, one entry at a time is tried; when it helped, ever more.
 */
public class Postponed {

    private static final Logger LOG = LoggerFactory.getLogger(Postponed.class);
    private static final int MOST = 64;

    private final Core core;
    private final Pipelines pipelines;
    private final PostponedEntries ledger;
    private List<EntryVersion> tried = List.of();
    private int portion = 1;

    Postponed(Core core, Pipelines pipelines) {
        this.core = core;
        this.pipelines = pipelines;
        this.ledger = new PostponedEntries(core.ledger());
    }

    /** The entries to send now, as they are now; none where nothing waits that this process can read. */
    public synchronized List<EntryVersion> due() {
        portion = tried.isEmpty() || !helped() ? 1 : Math.min(2 * portion, MOST);
        tried = waiting(portion);
        return tried;
    }

    /**
     * Sends entries to {@code door} as long as that helps.
     *
     * @param workers where they are sent from; several at once
     */
    void sendAll(ExecutorService workers, Consumer<EntryVersion> door) {
        List<EntryVersion> now;
        do {
            now = due();
            now.stream().map(entry -> CompletableFuture.runAsync(() -> door.accept(entry), workers)).toList()
                    .forEach(Postponed::await);
        } while (!now.isEmpty() && helped());
    }

    private static void await(CompletableFuture<?> sent) {
        try {
            sent.join();
        } catch (CompletionException e) {
            LOG.debug("in the dead letters now: {}", Causes.of(e));
        }
    }

    /** Whether none of the entries that were sent last waits any more. */
    private boolean helped() {
        return tried.stream().noneMatch(ledger::holds);
    }

    private List<EntryVersion> waiting(int most) {
        List<EntryVersion> waiting = new ArrayList<>();
        for (Checkout served : pipelines.checkouts()) {
            Checkout now = core.repositories().locate(served.root());
            String project = now.project().id();
            waiting.addAll(ledger.submissions(project, most, core.instant()));
            ledger.of(project, now.holder(), most).forEach(path -> read(now.root(), path).ifPresent(waiting::add));
        }
        return List.copyOf(waiting.subList(0, Math.min(waiting.size(), most)));
    }

    private Optional<EntryVersion> read(Path root, String path) {
        try {
            return Optional.of(pipelines.capture(root).read(path));
        } catch (BuildlogException e) {
            LOG.debug("not tried again now: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
