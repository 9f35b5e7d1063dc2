package dev.buildlog.seed;

import dev.buildlog.emission.Outcomes;
import dev.buildlog.emission.SignalLog;
import dev.buildlog.files.AtomicFile;
import dev.buildlog.files.WorkFolder;
import dev.buildlog.model.SeedDelivery;
import dev.buildlog.model.SeedReceipt;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The seed files that producers have dropped, one after the other, for one of several consumers: each file goes to one of them. A
 * file is read once, after it was taken and never through a link, so what is checked is what is read. Half of a YAML file can
 * look like a whole one: a file that was written to moments ago is left until it is quiet.
 */
public final class SeedInbox implements Iterator<SeedDelivery>, AutoCloseable {

    /** For how long a file must have been quiet. */
    public static final Duration SETTLE = Duration.ofSeconds(1);

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*\\.ya?ml");
    private static final String WORK = ".buildlog-work";

    private final Interop interop;
    private final Instant now;
    private final Deque<Drop> waiting = new ArrayDeque<>();
    private final Deque<Drop> taken = new ArrayDeque<>();
    private final Map<Path, WorkFolder> work = new HashMap<>();
    private final List<String> skipped = new ArrayList<>();
    private int unfinished;
    private @Nullable SeedDelivery next;

    private record Drop(Interop.Producer producer, Path file) {}

    private SeedInbox(Interop interop, Instant now) {
        this.interop = interop;
        this.now = now;
    }

    /** Opens the folders of all producers, after bringing back what consumers that were killed had taken. */
    public static SeedInbox open(Interop interop, Instant now) {
        SeedInbox inbox = new SeedInbox(interop, now);
        interop.sources().forEach(inbox::look);
        return inbox;
    }

    private void look(Interop.Producer producer) {
        if (!Files.isDirectory(producer.pending())) {
            return;
        }
        WorkFolder.recover(producer.pending(), producer.pending().resolve(WORK));
        try (Stream<Path> files = Files.list(producer.pending())) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && NAME.matcher(name).matches()) {
                    waiting.add(new Drop(producer, file));
                } else if (!name.startsWith(".")) {
                    skipped.add(producer.name() + "/" + name);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + producer.pending() + ": " + AtomicFile.reason(e), e);
        }
    }

    @Override
    public boolean hasNext() {
        while (next == null && !waiting.isEmpty()) {
            next = take(waiting.remove());
        }
        return next != null;
    }

    @Override
    public SeedDelivery next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        SeedDelivery delivery = next;
        next = null;
        return delivery;
    }

    /** Moves the file of the first delivery that is not settled yet to where it belongs. */
    public void settle(SeedReceipt receipt, Instant when) {
        Drop drop = taken.remove();
        Interop.Producer producer = drop.producer();
        new Outcomes(producer.processed(), producer.failed()).settle(drop.file(), receipt.text(), receipt.refusal(), when);
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("file", receipt.name());
        if (receipt.isRefused()) {
            what.put("error", receipt.refusal());
        } else {
            what.put("persona", receipt.persona());
            what.put("rule_count", receipt.rules());
        }
        signal(producer, receipt.isRefused() ? "seed_failed" : "seed_ingested", what);
    }

    /** Files that are links or folders, or whose names are not plain: they stay where they are. */
    public List<String> skipped() {
        return List.copyOf(skipped);
    }

    /** How many files were left because somebody may still be writing them. */
    public int unfinished() {
        return unfinished;
    }

    @Override
    public void close() {
        work.values().forEach(WorkFolder::close);
    }

    private @Nullable SeedDelivery take(Drop drop) {
        try {
            Duration quiet = Duration.between(Files.getLastModifiedTime(drop.file(), LinkOption.NOFOLLOW_LINKS).toInstant(), now);
            if (!quiet.isNegative() && quiet.compareTo(SETTLE) < 0) {
                unfinished++;
                return null;
            }
            Path pending = drop.producer().pending();
            Path mine = work.computeIfAbsent(pending, folder -> WorkFolder.open(folder, folder.resolve(WORK))).claim(drop.file());
            if (mine == null) {
                return null;
            }
            taken.add(new Drop(drop.producer(), mine));
            return read(drop.producer(), mine);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + drop.file() + ": " + AtomicFile.reason(e), e);
        }
    }

    private SeedDelivery read(Interop.Producer producer, Path file) throws IOException {
        SeedDelivery empty = new SeedDelivery("", producer.name(), file.getFileName().toString(), "", "", "", now);
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            bytes = in.readNBytes(interop.maxFileBytes() + 1);
        }
        if (bytes.length > interop.maxFileBytes()) {
            return empty.refused("is larger than " + interop.maxFileBytes() + " bytes: split it");
        }
        try {
            return empty.withText(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return empty.refused("is not UTF-8: save it as UTF-8");
        }
    }

    private void signal(Interop.Producer producer, String event, Map<String, Object> what) {
        if (producer.signalLog() != null) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("event", event);
            line.putAll(what);
            line.put("ts", now.toString());
            line.put("source", "buildlog");
            SignalLog log = new SignalLog();
            log.setFile(producer.signalLog().toString());
            log.write(List.of(line));
        }
    }
}
