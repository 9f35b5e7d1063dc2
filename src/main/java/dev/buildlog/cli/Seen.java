package dev.buildlog.cli;

import dev.buildlog.config.Keys;
import dev.buildlog.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * How files look from outside: equal looks, equal files. Only a file that changed within the clock's last tick can have changed
 * again without a trace, so a look proves nothing before its files have been left alone for a while.
 *
 * @param mark sum over all files of a hash of path, size and time
 * @param files how many there are
 * @param settled whether all of them had been left alone for a while
 */
record Seen(long mark, int files, boolean settled) {

    private static final long A_WHILE_MS = 2_000;

    /** The entries of the journal. */
    static Seen journal(Workplace here) {
        return spared("journal", here, look -> look.at(here.root().resolve(here.settings().text(Keys.JOURNAL_FOLDER)), 1));
    }

    /** What says how entries are read and rules shown: settings, routes and parts of all layers. */
    static Seen parts(Workplace here) {
        return spared("parts", here, look -> {
            look.at(Settings.homeFile(here.home()), 1);
            look.at(here.root().resolve(".buildlog"), Integer.MAX_VALUE);
            for (Path base : new Path[] {here.install(), here.home()}) {
                look.at(base.resolve("routes"), Integer.MAX_VALUE);
                look.at(base.resolve("components"), Integer.MAX_VALUE);
            }
        });
    }

    /** The files in folders, not those below them. */
    static Seen folders(Workplace here, Collection<Path> folders) {
        return spared("folders " + folders, here, look -> folders.forEach(folder -> look.at(folder, 1)));
    }

    private static Seen spared(String what, Workplace here, Consumer<Look> places) {
        Supplier<Seen> look = () -> {
            Look begun = new Look();
            places.accept(begun);
            return begun.seen();
        };
        KeptOpen kept = here.kept();
        return kept == null ? look.get() : kept.answers().look(what + ' ' + here.root(), look);
    }

    Seen and(Seen other) {
        return new Seen(mark * 31 + other.mark, files + other.files, settled && other.settled);
    }

    private static final class Look {

        private final long begin = System.currentTimeMillis();
        private long mark;
        private int files;
        private long newest;

        private final FileVisitor<Path> visitor = new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                long time = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
                long one = file.hashCode() * 0x9E3779B97F4A7C15L + attributes.size();
                one = (one ^ one >>> 29) * 0xBF58476D1CE4E5B9L + time;
                mark += (one ^ one >>> 32) * 0x94D049BB133111EBL;
                newest = Math.max(newest, attributes.lastModifiedTime().toMillis());
                files++;
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                // what is not there, or gone meanwhile, is seen as that
                mark += file.hashCode();
                return FileVisitResult.CONTINUE;
            }
        };

        void at(Path place, int depth) {
            try {
                Files.walkFileTree(place, Set.of(), depth, visitor);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Seen seen() {
            return new Seen(mark, files, newest < begin - A_WHILE_MS);
        }
    }
}
