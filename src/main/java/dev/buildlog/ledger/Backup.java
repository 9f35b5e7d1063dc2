package dev.buildlog.ledger;

import dev.buildlog.files.AtomicFile;
import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Copies of the database, taken while it is in use, and looked at before anybody relies on them. */
public final class Backup {

    private final Ledger ledger;

    public Backup(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * What a copy holds.
     *
     * @param schema version of its schema
     * @param rows number of rows by table
     */
    public record Content(int schema, SortedMap<String, Long> rows) {

        public long total() {
            return rows.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * Writes a copy of the ledger as it is at one instant to {@code file}; it is on disk and whole when this returns.
     *
     * @throws BuildlogException if the file is there already, cannot be written, or turns out damaged; nothing is left then
     */
    public Content write(Path file) {
        try {
            return write(ledger.dataSource(), file);
        } catch (SQLException e) {
            throw Faults.translate(file.toString(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + AtomicFile.reason(e), e);
        }
    }

    static Content write(DataSource source, Path file) throws SQLException, IOException {
        if (Files.exists(file)) {
            throw new BuildlogException(file + " is there already: name another file for the copy, or remove it");
        }
        Path whole = file.toAbsolutePath();
        Files.createDirectories(whole.getParent());
        Path temporary = whole.resolveSibling("." + whole.getFileName() + ".part");
        Files.deleteIfExists(temporary);
        try {
            try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
                statement.execute("vacuum into '" + temporary.toString().replace("'", "''") + "'");
            }
            OwnerOnly.file(temporary);
            Content content = verify(temporary);
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(temporary, whole);
            return content;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Looks at a whole copy: its structure, its references, its schema.
     *
     * @throws BuildlogException if it is damaged, no ledger, or of a newer version
     */
    public static Content verify(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BuildlogException(file + " is not there. Name a file that `buildlog backup` has written.");
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        // nobody writes to it meanwhile, and no files are to be left beside it
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath().toUri() + "?immutable=1");
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            String first = first(statement, "pragma integrity_check");
            String orphan = first(statement, "pragma foreign_key_check");
            if (!first.equals("ok") || !orphan.isEmpty()) {
                throw damaged(file, first.equals("ok") ? "a row of " + orphan + " refers to nothing" : first, null);
            }
            int schema = Schema.version(source);
            if (schema == 0) {
                throw new BuildlogException(file + " is a database, but no ledger of buildlog. Name a file that `buildlog backup`"
                        + " has written.");
            }
            if (schema > Schema.VERSION) {
                throw Faults.newerSchema(file, schema, Schema.VERSION);
            }
            SortedMap<String, Long> rows = new TreeMap<>();
            for (String table : Tables.names(connection)) {
                rows.put(table, Long.parseLong(first(statement, "select count(*) from \"" + table + '"')));
            }
            return new Content(schema, rows);
        } catch (SQLException e) {
            throw damaged(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static BuildlogException damaged(Path file, String reason, @org.jspecify.annotations.Nullable Exception cause) {
        return new BuildlogException(BuildlogException.Kind.FAILED, file + " is damaged (" + reason + "). It was left as it is;"
                + " take another copy", cause);
    }

    /** The first column of the first row; empty where there is none. */
    private static String first(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }
}
