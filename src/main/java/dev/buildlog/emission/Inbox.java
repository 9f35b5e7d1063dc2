package dev.buildlog.emission;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.buildlog.files.AtomicFile;
import dev.buildlog.files.WorkFolder;
import dev.buildlog.model.Deliveries;
import dev.buildlog.model.Delivery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The artifacts of one folder, in portions, for one of several consumers: each file goes to one of them. Files whose name begins
 * with a dot or does not end in {@code .json} are somebody's temporary ones. A file that is no complete JSON document and was
 * written to moments ago may still be written to by somebody who does not know better than to do so here: it is left.
 *
 * <p>A portion is offered until it is {@linkplain Outcomes#settle settled}; what is not goes back when this is closed.
 */
public final class Inbox implements Iterator<Deliveries>, AutoCloseable {

    /** For how long a file must have been quiet before it counts as broken rather than unfinished. */
    public static final Duration SETTLE = Duration.ofSeconds(2);

    /** Largest artifact, in bytes. */
    static final int MAX_BYTES = 16 << 20;

    private static final int MOST_NAMES = 10_000;
    private static final int MOST_FILES = 250;
    private static final int MOST_CHARACTERS = 4 << 20;

    private final WorkFolder work;
    private final Deque<Path> waiting;
    private final Instant now;
    private int unfinished;
    private @Nullable Deliveries next;

    private Inbox(WorkFolder work, Deque<Path> waiting, Instant now) {
        this.work = work;
        this.waiting = waiting;
        this.now = now;
    }

    /**
     * Opens the folder, after bringing back what consumers that were killed had taken.
     *
     * @param folder where artifacts arrive; it need not exist
     * @param work folder for consumers at work, in the same file system
     */
    public static Inbox open(Path folder, Path work, Instant now) {
        WorkFolder.recover(folder, work);
        return new Inbox(WorkFolder.open(folder, work), new ArrayDeque<>(names(folder)), now);
    }

    /** The first by name, at most so many; whoever opens this again sees more. */
    private static TreeSet<Path> names(Path folder) {
        TreeSet<Path> names = new TreeSet<>();
        if (!Files.isDirectory(folder)) {
            return names;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[!.]*.json")) {
            for (Path file : files) {
                names.add(file);
                if (names.size() > MOST_NAMES) {
                    names.pollLast();
                }
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + folder + ": " + AtomicFile.reason(e), e);
        }
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            List<Delivery> portion = new ArrayList<>();
            int characters = 0;
            while (!waiting.isEmpty() && portion.size() < MOST_FILES && characters < MOST_CHARACTERS) {
                Delivery delivery = take(waiting.remove());
                if (delivery != null) {
                    portion.add(delivery);
                    characters += delivery.text().length();
                }
            }
            next = portion.isEmpty() ? null : new Deliveries(portion);
        }
        return next != null;
    }

    @Override
    public Deliveries next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Deliveries portion = next;
        next = null;
        return portion;
    }

    /** How many files were left because somebody may still be writing them. */
    public int unfinished() {
        return unfinished;
    }

    /** The file of this name that was taken. */
    Path taken(String name) {
        return work.taken(name);
    }

    @Override
    public void close() {
        work.close();
    }

    private @Nullable Delivery take(Path file) {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || isUnfinished(file)) {
                return null;
            }
            Path mine = work.claim(file);
            return mine == null ? null : read(mine);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + AtomicFile.reason(e), e);
        }
    }

    private boolean isUnfinished(Path file) throws IOException {
        Duration quiet = Duration.between(Files.getLastModifiedTime(file).toInstant(), now);
        if (quiet.isNegative() || quiet.compareTo(SETTLE) >= 0 || Files.size(file) > MAX_BYTES) {
            return false;
        }
        try {
            if (!ArtifactReader.JSON.readTree(Files.readAllBytes(file)).isMissingNode()) {
                return false;
            }
        } catch (JsonProcessingException e) {
            // what a consumer would say once the file is quiet
        }
        unfinished++;
        return true;
    }

    private static Delivery read(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (Files.size(file) > MAX_BYTES) {
            return new Delivery(name, "").refused("is larger than " + MAX_BYTES + " bytes");
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            return new Delivery(name, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return new Delivery(name, "").refused("is not UTF-8");
        }
    }
}
