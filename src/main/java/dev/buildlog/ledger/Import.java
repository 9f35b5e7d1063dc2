package dev.buildlog.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.buildlog.curate.Similarity;
import dev.buildlog.files.AtomicFile;
import dev.buildlog.model.BuildlogException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/** Takes the names and facts of an export into this ledger, each once, and folds everything anew. */
public final class Import {

    private static final TypeReference<LinkedHashMap<String, Object>> ROW = new TypeReference<>() {};

    private final Ledger ledger;
    private final Map<String, Similarity> similarities;
    private final ObjectMapper json = new ObjectMapper();

    public Import(Ledger ledger, Map<String, Similarity> similarities) {
        this.ledger = ledger;
        this.similarities = Map.copyOf(similarities);
    }

    /**
     * Reads what {@link Export} has written: all of it in one transaction, or nothing.
     *
     * @param source a folder or a zip file
     * @param progress told how much is done, in percent
     * @return number of rows that are new, by table
     * @throws BuildlogException if it is no export, of a newer version, or not as it was written
     */
    public Map<String, Long> read(Path source, IntConsumer progress) {
        try {
            if (Files.isDirectory(source)) {
                return folder(source, progress);
            }
            if (!Files.isRegularFile(source)) {
                throw new BuildlogException(source + " is not there. Name what `buildlog export` has written.");
            }
            try (FileSystem zip = FileSystems.newFileSystem(source, Map.of())) {
                return folder(zip.getPath("/"), progress);
            }
        } catch (IOException | java.nio.file.ProviderNotFoundException e) {
            throw new BuildlogException(BuildlogException.Kind.FAILED, "cannot read " + source + ": "
                    + (e instanceof IOException io ? AtomicFile.reason(io) : "it is neither a folder nor a zip file")
                    + ". Nothing was changed", e);
        }
    }

    /** The same, telling nobody how much is done. */
    public Map<String, Long> read(Path source) {
        return read(source, percent -> { });
    }

    private Map<String, Long> folder(Path folder, IntConsumer progress) throws IOException {
        JsonNode tables = manifest(folder).path("tables");
        int[] forgotten = {0};
        Map<String, Long> added = ledger.write(db -> {
            Map<String, Long> rows = new LinkedHashMap<>();
            Arrivals arrivals = new Arrivals(db);
            long all = 0;
            for (Table table : Tables.travelling(db)) {
                all += tables.path(table.name()).path("rows").asLong();
            }
            // the other half is folding
            Share share = new Share(all, 50, progress);
            for (Table table : Tables.travelling(db)) {
                if (tables.has(table.name())) {
                    rows.put(table.name(), table(arrivals, folder.resolve(table.name() + ".jsonl"), table, share));
                }
            }
            forgotten[0] = new Forgetting(ledger, similarities).again(db);
            Rebuild.refold(db, similarities, percent -> progress.accept(50 + percent / 2));
            return rows;
        });
        if (forgotten[0] > 0) {
            ledger.compact();
        }
        return added;
    }

    /** The manifest, of an export whose files are as they were written. */
    private JsonNode manifest(Path folder) throws IOException {
        Path file = folder.resolve(Export.MANIFEST);
        if (!Files.exists(file)) {
            throw new BuildlogException(file + " is not there, so this is no export. Name what `buildlog export` has written.");
        }
        JsonNode manifest = json.readTree(Files.readAllBytes(file));
        if (manifest.path("format").asInt() != Export.FORMAT || manifest.path("schema").asInt() > Schema.VERSION) {
            throw new BuildlogException(file + " was written by a newer buildlog (" + manifest.path("buildlog").asText()
                    + "): update buildlog. Nothing was changed");
        }
        for (Map.Entry<String, JsonNode> table : manifest.path("tables").properties()) {
            Path rows = folder.resolve(table.getKey() + ".jsonl");
            // a name out of a file leads nowhere else
            if (!table.getKey().matches("[a-z0-9_]+") || !hash(rows).equals(table.getValue().path("sha256").asText())) {
                throw new BuildlogException(rows + " is not as it was exported: take the export again. Nothing was changed");
            }
        }
        return manifest;
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = Export.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private long table(Arrivals arrivals, Path file, Table table, Share share) {
        long added = 0;
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                added += arrivals.take(table, json.readValue(line, ROW)) ? 1 : 0;
                share.one();
            }
            return added;
        } catch (JsonProcessingException e) {
            throw new BuildlogException(file + ":" + number + ": is no JSON object: " + e.getOriginalMessage());
        } catch (BuildlogException e) {
            throw new BuildlogException(file + ":" + number + ": " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
