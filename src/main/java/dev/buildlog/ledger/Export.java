package dev.buildlog.ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.buildlog.files.AtomicFile;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Suggestion;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the ledger as JSON, one file a table and one row a line, as it is at one instant. */
public final class Export {

    /** Version of the form in which tables are written. */
    static final int FORMAT = 1;

    static final String MANIFEST = "manifest.json";

    private final Ledger ledger;
    private final String version;
    private final ObjectMapper json = new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    /** @param version version of buildlog, told in the manifest */
    public Export(Ledger ledger, String version) {
        this.ledger = ledger;
        this.version = version;
    }

    /**
     * What is wanted.
     *
     * @param tables names of tables; empty for all
     * @param project id of the only project wanted; null for all
     * @param since facts of this instant and later, where they know when they came to be; null for all
     */
    public record Wish(Set<String> tables, @Nullable String project, @Nullable Instant since) {

        /** Everything. */
        public static final Wish ALL = new Wish(Set.of(), null, null);
    }

    /**
     * Writes to {@code target}: a zip file where it is called so, else a folder. It is complete when it is there.
     *
     * @param progress told how much is done, in percent
     * @return number of rows by table
     * @throws BuildlogException if the target is there already, or no such table or project is
     */
    public Map<String, Long> write(Path target, Wish wish, Instant now, IntConsumer progress) {
        Path whole = target.toAbsolutePath().normalize();
        if (Files.exists(whole)) {
            throw new BuildlogException(target + " is there already: name a folder or a .zip file that is not");
        }
        Path temporary = whole.resolveSibling("." + whole.getFileName() + ".part");
        try {
            Files.createDirectories(whole.getParent());
            remove(temporary);
            Map<String, Long> rows = whole.toString().endsWith(".zip") ? zip(temporary, wish, now, progress)
                    : folder(temporary, wish, now, progress);
            Files.move(temporary, whole);
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target + ": " + AtomicFile.reason(e), e);
        } finally {
            remove(temporary);
        }
    }

    /** The same, telling nobody how much is done. */
    public Map<String, Long> write(Path target, Wish wish, Instant now) {
        return write(target, wish, now, percent -> { });
    }

    private Map<String, Long> zip(Path file, Wish wish, Instant now, IntConsumer progress) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(file, Map.of("create", "true"))) {
            return tables(zip.getPath("/"), wish, now, progress);
        } finally {
            if (Files.exists(file)) {
                OwnerOnly.file(file);
            }
        }
    }

    private Map<String, Long> folder(Path folder, Wish wish, Instant now, IntConsumer progress) throws IOException {
        Files.createDirectory(folder);
        OwnerOnly.folder(folder);
        return tables(folder, wish, now, progress);
    }

    private Map<String, Long> tables(Path folder, Wish wish, Instant now, IntConsumer progress) throws IOException {
        Map<String, Object> described = new LinkedHashMap<>();
        Map<String, Long> counts = new LinkedHashMap<>();
        ledger.snapshot(db -> {
            Extent extent = new Extent(Tables.in(db), wish);
            List<Table> wanted = wanted(db, wish, extent);
            Share share = new Share(wanted.stream().mapToLong(table -> Rows.number(db, "select count(*) from " + table.name()))
                    .sum(), 100, progress);
            for (Table table : wanted) {
                Map<String, Object> about = table(db, folder, table, extent, share);
                described.put(table.name(), about);
                counts.put(table.name(), (Long) about.get("rows"));
            }
            return counts;
        });
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("format", FORMAT);
        manifest.put("schema", Schema.VERSION);
        manifest.put("buildlog", version);
        manifest.put("exported_at", now.toString());
        manifest.put("project", wish.project);
        manifest.put("since", wish.since == null ? null : wish.since.toString());
        manifest.put("tables", described);
        Files.write(folder.resolve(MANIFEST), json.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        return counts;
    }

    /**
     * Tells the rows of each table, one a line as JSON, below a line with the table's name.
     *
     * @throws BuildlogException if there is no such table or project
     */
    public void print(Wish wish, Consumer<String> line) {
        ledger.snapshot(db -> {
            Extent extent = new Extent(Tables.in(db), wish);
            for (Table table : wanted(db, wish, extent)) {
                line.accept("--- " + table.name() + " ---");
                each(db, table, extent, row -> line.accept(json.writeValueAsString(row)));
            }
            return null;
        });
    }

    private static List<Table> wanted(JdbcTemplate db, Wish wish, Extent extent) {
        List<Table> all = Tables.in(db);
        List<String> names = all.stream().map(Table::name).toList();
        wish.tables.stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw new BuildlogException("there is no table '" + name + "'" + Suggestion.hintOrList(name, names, ""));
        });
        return all.stream().filter(table -> (wish.tables.isEmpty() || wish.tables.contains(table.name())) && extent.reaches(table))
                .toList();
    }

    /** Takes one row. */
    private interface Taker {

        void take(Map<String, Object> row) throws IOException;
    }

    private static void each(JdbcTemplate db, Table table, Extent extent, Taker taker) {
        List<Object> arguments = new ArrayList<>();
        String where = extent.condition(table, arguments);
        db.query("select " + String.join(", ", table.columns()) + " from " + table.name() + where
                + (table.order().isEmpty() ? "" : " order by " + String.join(", ", table.order())), row -> {
            try {
                taker.take(fields(table, row));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, arguments.toArray());
    }

    private Map<String, Object> table(JdbcTemplate db, Path folder, Table table, Extent extent, Share share) {
        MessageDigest digest = sha256();
        long[] rows = {0};
        try (OutputStream out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(
                folder.resolve(table.name() + ".jsonl"))), digest)) {
            each(db, table, extent, row -> {
                json.writeValue(out, row);
                out.write('\n');
                rows[0]++;
                share.one();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("kind", table.kind().name().toLowerCase(Locale.ROOT));
        about.put("rows", rows[0]);
        about.put("sha256", HexFormat.of().formatHex(digest.digest()));
        return about;
    }

    private static Map<String, Object> fields(Table table, ResultSet row) throws SQLException {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String column : table.columns()) {
            fields.put(column, row.getObject(column));
        }
        return fields;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void remove(Path path) {
        try {
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.list(path)) {
                    for (Path file : files.toList()) {
                        Files.delete(file);
                    }
                }
            }
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + path + ": " + AtomicFile.reason(e), e);
        }
    }
}
