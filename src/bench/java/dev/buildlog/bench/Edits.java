package dev.buildlog.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Saves entries of a journal that a service watches, and waits for each in {@code CLAUDE.md}. Every other time a new
 * learning takes the place of an old one, which costs more than adding one.
 */
final class Edits {

    private static final int POLL_MILLIS = 2;
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Workspace workspace;
    private final List<Path> entries;
    private final Wording wording;
    private final Random random;
    private int saved;

    Edits(Workspace workspace) throws IOException {
        this.workspace = workspace;
        this.entries = workspace.entries();
        // no text of an earlier service on this workspace may come again
        this.wording = new Wording(System.nanoTime());
        this.random = new Random(entries.size());
    }

    /** Milliseconds from the moment at which one entry is saved until its new learning is in the agents' file. */
    double one() throws IOException, InterruptedException {
        // away from the beat of the service's timers
        TimeUnit.MILLISECONDS.sleep(50 + random.nextInt(100));
        String text = wording.next();
        Object before = stamp();
        long begin = System.nanoTime();
        Path entry = entries.get(random.nextInt(entries.size()));
        if (saved++ % 2 == 0) {
            workspace.add(entry, text);
        } else {
            workspace.replaceLast(entry, text);
        }
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        while (true) {
            Object now = stamp();
            if (!now.equals(before) && contains(Files.readAllBytes(workspace.agents()), wanted)) {
                return (System.nanoTime() - begin) / 1e6;
            }
            before = now;
            if (System.nanoTime() - begin > LIMIT_NANOS) {
                throw new IllegalStateException("a saved learning was not in CLAUDE.md after 30 s: " + text);
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    /** Looking at what the file is costs little, reading it all the time would slow down the service. */
    private Object stamp() throws IOException {
        try {
            BasicFileAttributes file = Files.readAttributes(workspace.agents(), BasicFileAttributes.class);
            return List.of(String.valueOf(file.fileKey()), file.lastModifiedTime(), file.size());
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static boolean contains(byte[] file, byte[] text) {
        return new String(file, StandardCharsets.ISO_8859_1).contains(new String(text, StandardCharsets.ISO_8859_1));
    }
}
