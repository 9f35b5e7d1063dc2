package dev.buildlog.pipeline;

import dev.buildlog.journal.Checkout;
import dev.buildlog.journal.EntryName;
import dev.buildlog.journal.Exclusions;
import dev.buildlog.journal.JournalReader;
import dev.buildlog.journal.JournalScan;
import dev.buildlog.journal.Known;
import dev.buildlog.journal.Reading;
import dev.buildlog.journal.Stamp;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Turns the files of one checkout's journal into messages: a look at one path, or a sweep over all that changed since the
 * ledger last knew. Both give the same messages, so it does not matter how a change was noticed.
 */
final class Capture {

    /** What came of looking at a path. */
    enum Look {
        /** A message was sent and accepted. */
        SENT,
        /** The ledger knows this content already. */
        UNCHANGED,
        /** Somebody is still writing, or git is switching branches: look again soon. */
        UNSETTLED,
        /** The file cannot be an entry as it is; see {@link #problems()}. */
        REFUSED
    }

    /** What a sweep did: the entries sent, those still being written, and what a person should mend. */
    record Sweep(List<String> sent, List<String> unsettled, List<Problem> problems) {}

    /**
     * Threads of a sweep. Far more than there are processors: nearly all of them wait for the commit that they share, and the
     * more entries are committed together, the fewer rules are counted again and again.
     */
    static final int WORKERS = 256;

    private final Core core;
    private final Path root;
    private final String folder;
    private final JournalReader reader;
    private final Exclusions exclusions;
    private final String recipe;
    private final Map<String, Problem> problems = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    Capture(Core core, Path root, String folder, int maxBytes, Exclusions exclusions, String recipe) {
        this.core = core;
        this.root = root;
        this.folder = folder;
        this.reader = new JournalReader(maxBytes);
        this.exclusions = exclusions;
        this.recipe = recipe;
    }

    /** Has a sweep in hand leave what it has not begun with to the next one. */
    void stop() {
        stopped = true;
    }

    Path root() {
        return root;
    }

    String folder() {
        return folder;
    }

    /** Id of the project whose journal this is. */
    String project() {
        return core.repositories().locate(root).project().id();
    }

    /** The branch that is checked out now. */
    String branch() {
        return core.repositories().locate(root).branch();
    }

    /** What a person should mend in this journal, by path, as of the last look at each. */
    List<Problem> problems() {
        return problems.values().stream().sorted((a, b) -> a.file().compareTo(b.file())).toList();
    }

    /**
     * One entry as it is now, without looking at what is known.
     *
     * @throws BuildlogException if it is not there or cannot be an entry as it is
     */
    EntryVersion read(String path) {
        if (exclusions.cover(path)) {
            throw new BuildlogException(path + " is not captured: capture.enabled is false, or journal.exclude names it");
        }
        Checkout checkout = core.repositories().locate(root);
        Reading reading = reader.read(root, path);
        if (reading instanceof Reading.Refused refused) {
            throw new BuildlogException(refused.problem().toString());
        }
        if (!(reading instanceof Reading.Text text)) {
            throw new BuildlogException(path + " is not there, or somebody is writing it just now: name an entry of the"
                    + " journal");
        }
        return EntryVersion.of(checkout.project().id(), checkout.holder(), path,
                EntryName.ofPath(path).map(EntryName::date).orElseThrow(() -> new BuildlogException(path
                        + " is not named like an entry: YYYY-MM-DD-slug.md")),
                text.contentHash(), text.text(), core.instant());
    }

    /** Whether a sweep would send anything. */
    boolean hasNews() {
        Checkout checkout = core.repositories().locate(root);
        Map<String, Known> known = core.known().of(checkout.project().id(), checkout.holder());
        JournalScan.Result scan = new JournalScan(exclusions).scan(root, folder, known, recipe);
        return !scan.gone().isEmpty() || scan.changed().stream().anyMatch(path -> {
            Known before = known.get(path);
            return before == null || !before.recipe().equals(recipe)
                    || reader.read(root, path) instanceof Reading.Text text && !text.contentHash().equals(before.contentHash());
        });
    }

    /** Looks at one path of the journal and sends what it finds to {@code door}. */
    Look look(String path, Consumer<EntryVersion> door) {
        Checkout checkout = core.repositories().locate(root);
        Map<String, Known> known = core.known().of(checkout.project().id(), checkout.holder(), path);
        return send(checkout, path, known.get(path), new ConcurrentHashMap<>(), door);
    }

    /**
     * Looks at everything that changed since the ledger last knew; also ends what is held by branches and checkouts that are
     * gone.
     *
     * @param workers where entries are sent from; several at once
     */
    Sweep sweep(ExecutorService workers, Consumer<EntryVersion> door) {
        return sweep(workers, door, percent -> { });
    }

    /** As {@link #sweep(ExecutorService, Consumer)}, and tells how much is done, 0 to 100. */
    Sweep sweep(ExecutorService workers, Consumer<EntryVersion> door, IntConsumer percent) {
        Checkout checkout = core.repositories().locate(root);
        core.departures().release(checkout);
        Map<String, Known> known = core.known().of(checkout.project().id(), checkout.holder());
        JournalScan.Result scan = new JournalScan(exclusions).scan(root, folder, known, recipe);
        problems.clear();
        scan.problems().forEach(problem -> problems.put(problem.file(), problem));
        List<String> paths = new ArrayList<>(scan.changed());
        paths.addAll(scan.gone());
        Map<String, Stamp> seen = new ConcurrentHashMap<>();
        Instant at = core.clock().instant();
        Map<String, Future<Look>> looks = new LinkedHashMap<>();
        for (String path : paths) {
            looks.put(path, workers.submit(() -> send(checkout, path, known.get(path), seen, door)));
        }
        List<String> sent = Collections.synchronizedList(new ArrayList<>());
        List<String> unsettled = new ArrayList<>();
        AtomicInteger done = new AtomicInteger();
        looks.forEach((path, look) -> {
            Look outcome = outcome(path, look);
            percent.accept(done.incrementAndGet() * 100 / looks.size());
            switch (outcome) {
                case SENT -> sent.add(path);
                case UNSETTLED -> unsettled.add(path);
                case UNCHANGED, REFUSED -> { }
            }
        });
        core.known().remember(checkout.project().id(), checkout.holder(), seen, at);
        return new Sweep(sent, unsettled, problems());
    }

    private Look outcome(String path, Future<Look> look) {
        try {
            return look.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Look.UNSETTLED;
        } catch (java.util.concurrent.ExecutionException e) {
            // the message is in the dead letters with its cause; the ones behind it go on
            problems.put(path, new Problem(path, 0, 0, "could not be processed: " + Causes.of(e)
                    + ". 'buildlog dead-letters list' shows it"));
            return Look.REFUSED;
        }
    }

    private Look send(Checkout checkout, String path, @org.jspecify.annotations.Nullable Known known, Map<String, Stamp> seen,
            Consumer<EntryVersion> door) {
        if (stopped) {
            return Look.UNSETTLED;
        }
        if (!(EntryName.parse(fileName(path)) instanceof EntryName.Parsed.Entry name) || exclusions.cover(path)) {
            return Look.UNCHANGED;
        }
        Instant at = core.instant();
        Reading reading = reader.read(root, path);
        if (reading instanceof Reading.Unsettled) {
            return Look.UNSETTLED;
        }
        if (reading instanceof Reading.Refused refused) {
            problems.put(path, refused.problem());
            return Look.REFUSED;
        }
        // while git moves files about, what is missing or changed may belong to the branch it is moving to
        if (!isCurrent(checkout)) {
            return Look.UNSETTLED;
        }
        problems.remove(path);
        String project = checkout.project().id();
        if (reading instanceof Reading.Text text) {
            if (known != null && known.contentHash().equals(text.contentHash()) && known.recipe().equals(recipe)) {
                seen.put(path, text.stamp());
                return Look.UNCHANGED;
            }
            door.accept(EntryVersion.of(project, checkout.holder(), path, name.name().date(), text.contentHash(), text.text(),
                    at));
            seen.put(path, text.stamp());
            return Look.SENT;
        }
        if (known == null) {
            return Look.UNCHANGED;
        }
        door.accept(EntryVersion.removed(project, checkout.holder(), path, name.name().date(), at));
        return Look.SENT;
    }

    private boolean isCurrent(Checkout checkout) {
        return !core.repositories().isBusy(root) && core.repositories().locate(root).branch().equals(checkout.branch());
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
