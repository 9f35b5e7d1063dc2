package dev.buildlog.ledger;

import dev.buildlog.files.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks a ledger and its home over, and mends what can be mended without a decision. */
public final class Checkup {

    private static final long LARGEST_LOG = 64L << 20;

    private final Ledger ledger;
    private final Path home;
    private final boolean mend;
    private final List<Trouble> troubles = new ArrayList<>();

    /** @param mend whether to mend what is safe to mend */
    public Checkup(Ledger ledger, Path home, boolean mend) {
        this.ledger = ledger;
        this.home = home;
        this.mend = mend;
    }

    /**
     * Something that is not as it should be.
     *
     * @param check what was looked at
     * @param message what is wrong and the way out
     * @param mended whether it is right now
     */
    public record Trouble(String check, String message, boolean mended) {}

    /** Everything that is not as it should be; nothing when all is well. */
    public List<Trouble> run() {
        integrity();
        orphans();
        log();
        waiting();
        modes();
        leftovers();
        return List.copyOf(troubles);
    }

    private void integrity() {
        ledger.read(db -> {
            List<String> lines = db.queryForList("pragma integrity_check", String.class);
            if (!lines.equals(List.of("ok"))) {
                found("integrity", "the database is damaged: " + lines.get(0) + ". Restore a copy ('buildlog restore')");
            }
            if (!db.queryForList("pragma foreign_key_check").isEmpty()) {
                found("integrity", "rows refer to rows that are not there. Restore a copy ('buildlog restore')");
            }
            return null;
        });
    }

    /** Rows of projects that are not known; those of folds and of work in hand may go. */
    private void orphans() {
        List<Table> tables = ledger.read(Tables::in);
        for (Table table : tables) {
            if (table.hasProject()) {
                String where = " from " + table.name() + " where project_id <> '' and project_id not in (select id from project)";
                long rows = count("select count(*)" + where);
                if (rows > 0 && mend && !table.kind().travels()) {
                    ledger.write(db -> db.update("delete" + where));
                    mended("orphans", rows + " rows of " + table.name() + " belonged to no project");
                } else if (rows > 0) {
                    found("orphans", rows + " rows of " + table.name() + " belong to no project"
                            + (table.kind().travels() ? "" : "; --fix removes them"));
                }
            }
        }
    }

    private void log() {
        Path log = Path.of(ledger.file() + "-wal");
        try {
            long size = Files.exists(log) ? Files.size(log) : 0;
            if (size > LARGEST_LOG) {
                String message = "the log has grown to " + (size >> 20) + " MiB";
                if (mend) {
                    ledger.write(db -> 0);
                    ledger.compact();
                    mended("log", message);
                } else {
                    found("log", message + ": something keeps reading; --fix empties it");
                }
            }
        } catch (IOException e) {
            throw failed(log, e);
        }
    }

    private void waiting() {
        long letters = count("select count(*) from dead_letter");
        if (letters > 0) {
            found("dead letters", letters + " messages could not be processed: 'buildlog dead-letters list' shows them");
        }
        for (String folder : List.of("drops", "emissions/incoming")) {
            long files = files(home.resolve(folder));
            if (files > 0) {
                found("drops", files + " files wait in " + home.resolve(folder) + ": a running service takes them");
            }
        }
        for (String folder : List.of("drops/failed", "emissions/failed")) {
            long files = files(home.resolve(folder));
            if (files > 0) {
                found("drops", files + " files were refused, in " + home.resolve(folder) + ": look into them, then remove them");
            }
        }
    }

    private static long files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> !file.getFileName().toString().startsWith(".")).count();
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    /** What is remembered is its owner's. */
    private void modes() {
        List<Path> paths = new ArrayList<>(List.of(home));
        try (Stream<Path> files = Files.list(home)) {
            files.filter(file -> file.getFileName().toString().matches(".*\\.(db|db-wal|db-shm|key)")).sorted()
                    .forEach(paths::add);
            for (Path path : paths) {
                if (OwnerOnly.isOpen(path)) {
                    if (mend) {
                        if (Files.isDirectory(path)) {
                            OwnerOnly.folder(path);
                        } else {
                            OwnerOnly.file(path);
                        }
                        mended("modes", path + " was open to other users");
                    } else {
                        found("modes", path + " is open to other users; --fix closes it");
                    }
                }
            }
        } catch (IOException e) {
            throw failed(home, e);
        }
    }

    /** Temporary files of processes that ended before they were done. */
    private void leftovers() {
        try (Stream<Path> files = Files.list(home)) {
            for (Path file : files.filter(path -> path.getFileName().toString().matches("\\..*\\.(part|restoring)")).toList()) {
                if (mend) {
                    Files.delete(file);
                    mended("leftovers", file + " was left by a command that was stopped");
                } else {
                    found("leftovers", file + " was left by a command that was stopped; --fix removes it");
                }
            }
            if (mend) {
                AtomicFile.tidy(home);
            }
        } catch (IOException e) {
            throw failed(home, e);
        }
    }

    private long count(String sql) {
        return Objects.requireNonNull(ledger.read((JdbcTemplate db) -> db.queryForObject(sql, Long.class)));
    }

    private void found(String check, String message) {
        troubles.add(new Trouble(check, message, false));
    }

    private void mended(String check, String message) {
        troubles.add(new Trouble(check, message, true));
    }

    private static UncheckedIOException failed(Path path, IOException e) {
        return new UncheckedIOException("cannot look at " + path + ": " + AtomicFile.reason(e), e);
    }
}
