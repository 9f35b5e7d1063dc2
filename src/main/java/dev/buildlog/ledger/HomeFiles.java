package dev.buildlog.ledger;

import dev.buildlog.curate.Forgotten;
import dev.buildlog.files.AtomicFile;
import dev.buildlog.model.Tombstone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Files around the ledger that may hold what was forgotten: artifacts, logs, copies of rendered files; and those of others. */
public final class HomeFiles {

    /** Larger ones are no text of buildlog's. */
    private static final long LARGEST = 64L << 20;

    private static final Set<String> NOT_OURS = Set.of(".git", "node_modules", "target", "build", "dist", ".venv");
    private static final int DEEPEST = 6;

    private final Forgotten forgotten;

    public HomeFiles(Collection<String> texts) {
        List<Tombstone> tombstones = texts.stream().map(text -> Forgotten.tombstone(text, "")).collect(Collectors.toList());
        this.forgotten = new Forgotten(tombstones);
    }

    /** Takes the texts out of every file below {@code home} but databases; returns the files that changed. */
    public List<Path> erase(Path home) {
        List<Path> changed = new ArrayList<>();
        walk(home, Integer.MAX_VALUE, Set.of("cache"), file -> {
            if (!isDatabase(file)) {
                String before = text(file);
                String after = file.toString().endsWith(".jsonl")
                        ? before.lines().map(line -> Tombstones.erase(forgotten, line).replace("\n", ""))
                                .collect(Collectors.joining("\n", "", before.endsWith("\n") ? "\n" : ""))
                        : Tombstones.erase(forgotten, before);
                if (!after.equals(before)) {
                    AtomicFile.write(file, after.getBytes(StandardCharsets.UTF_8));
                    changed.add(file);
                }
            }
        });
        return changed;
    }

    /** The copies of the database below {@code home} that still hold one of the texts. */
    public List<Path> backups(Path home) {
        List<Path> found = new ArrayList<>();
        walk(home, Integer.MAX_VALUE, Set.of("cache"), file -> {
            if (isDatabase(file) && !file.getFileName().toString().startsWith("buildlog.db") && holds(file)) {
                found.add(file);
            }
        });
        return found;
    }

    /** The files of a checkout that still hold one of the texts: entries, rendered files, copies of those. */
    public List<Path> checkout(Path root) {
        List<Path> found = new ArrayList<>();
        walk(root, DEEPEST, NOT_OURS, file -> {
            if (holds(file)) {
                found.add(file);
            }
        });
        return found;
    }

    private boolean holds(Path file) {
        String text = text(file);
        return !forgotten.erase(text).equals(text);
    }

    private static boolean isDatabase(Path file) {
        return file.getFileName().toString().matches(".*\\.db(-wal|-shm)?");
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + AtomicFile.reason(e), e);
        }
    }

    private interface Each {
        void take(Path file);
    }

    private static void walk(Path folder, int depth, Set<String> without, Each each) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, Set.of(), depth, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                    return without.contains(String.valueOf(path.getFileName())) && !path.equals(folder)
                            ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && attributes.size() <= LARGEST) {
                        each.take(path);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path path, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look through " + folder + ": " + AtomicFile.reason(e), e);
        }
    }
}
