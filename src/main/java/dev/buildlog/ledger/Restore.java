package dev.buildlog.ledger;

import dev.buildlog.files.AtomicFile;
import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Puts a copy in the place of the database, which is kept aside. No ledger of this home may be open. */
public final class Restore {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private Restore() {}

    /**
     * What was done.
     *
     * @param content what is in force now
     * @param aside where the database lies that was there before; null if there was none
     */
    public record Report(Backup.Content content, @Nullable Path aside) {}

    /**
     * @throws BuildlogException if the copy is damaged or of a newer version, or the database is in use; nothing is changed then
     */
    public static Report run(Path home, Path copy, Instant now) {
        Backup.Content content = Backup.verify(copy);
        Path live = home.resolve("buildlog.db");
        Path incoming = home.resolve(".buildlog.db.restoring");
        try {
            Files.createDirectories(home);
            Files.copy(copy, incoming, StandardCopyOption.REPLACE_EXISTING);
            OwnerOnly.file(incoming);
            try (FileChannel channel = FileChannel.open(incoming, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            return new Report(content, replace(live, incoming, "replaced-" + STAMP.format(now)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot restore " + copy + ": " + AtomicFile.reason(e), e);
        } finally {
            try {
                Files.deleteIfExists(incoming);
            } catch (IOException e) {
                // it is written over the next time
                incoming.toFile().deleteOnExit();
            }
        }
    }

    /**
     * Puts {@code incoming} in the place of {@code live}, which is kept as {@code buildlog-SUFFIX.db}.
     *
     * @return where it is kept; null if there was none
     * @throws BuildlogException if it is in use; nothing is changed then
     */
    public static @Nullable Path replace(Path live, Path incoming, String suffix) throws IOException {
        Path aside = Files.exists(live) ? setAside(live, suffix) : null;
        Files.move(incoming, live, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return aside;
    }

    /**
     * Keeps a database under another name too, with its log, and leaves none of its log beside the place it leaves: SQLite would
     * write it into whatever comes there. There is a database under the old name all the time.
     *
     * @throws BuildlogException if it is in use
     */
    private static Path setAside(Path live, String suffix) throws IOException {
        Path aside = live.resolveSibling("buildlog-" + suffix + ".db");
        for (int i = 2; Files.exists(aside); i++) {
            aside = live.resolveSibling("buildlog-" + suffix + "-" + i + ".db");
        }
        Path log = Path.of(live + "-wal");
        empty(live, log);
        if (Files.exists(log)) {
            Files.copy(log, Path.of(aside + "-wal"));
        }
        try {
            Files.createLink(aside, live);
        } catch (UnsupportedOperationException | IOException e) {
            Files.copy(live, aside);
        }
        Files.deleteIfExists(log);
        Files.deleteIfExists(Path.of(live + "-shm"));
        return aside;
    }

    /** Has the log written into the database, as far as it is sound enough for that. */
    private static void empty(Path live, Path log) throws IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + live);
                Statement statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = 2000");
            statement.execute("pragma locking_mode = exclusive");
            statement.execute("begin exclusive");
            statement.execute("commit");
            statement.execute("pragma wal_checkpoint(truncate)");
        } catch (SQLException e) {
            if (Faults.translate(live.toString(), e) instanceof LedgerBusyException busy) {
                throw new BuildlogException(BuildlogException.Kind.FAILED, busy.getMessage() + ". Nothing was changed; try again"
                        + " when no other command of buildlog runs", busy);
            }
            // it is damaged, which may be why it is replaced: its log is kept with it
        }
    }
}
