package dev.buildlog.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.buildlog.evaluate.LabelledSets.Entry;
import dev.buildlog.evaluate.LabelledSets.Gold;
import dev.buildlog.evaluate.LabelledSets.NearMiss;
import dev.buildlog.evaluate.LabelledSets.Pair;
import dev.buildlog.evaluate.LabelledSets.Text;
import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads labelled sets from a folder: {@code dedup-pairs.tsv} (id, label, kind, a, b), {@code categorize.tsv} (id, category,
 * text), {@code clusters.tsv} (id, cluster, text), {@code clusters-near-misses.tsv} (cluster_a, cluster_b) and
 * {@code extract/gold.jsonl} with the entries beside it. Cells are separated by tabs, nothing is quoted; files may be absent.
 */
public final class SetReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    private SetReader(Path folder) {
        this.folder = folder;
    }

    /** @throws BuildlogException if the folder holds none of the files, or one cannot be read, naming file and line */
    public static LabelledSets read(Path folder) {
        SetReader reader = new SetReader(folder);
        LabelledSets sets = new LabelledSets(
                reader.rows("dedup-pairs.tsv", List.of("id", "label", "kind", "a", "b"),
                        row -> new Pair(row.get(0), row.get(1).equals("same"), row.get(2), row.get(3), row.get(4))),
                reader.rows("categorize.tsv", List.of("id", "category", "text"), SetReader::text),
                reader.rows("clusters.tsv", List.of("id", "cluster", "text"), SetReader::text),
                reader.rows("clusters-near-misses.tsv", List.of("cluster_a", "cluster_b"),
                        row -> new NearMiss(row.get(0), row.get(1))),
                reader.entries());
        if (sets.pairs().isEmpty() && sets.categories().isEmpty() && sets.clusters().isEmpty() && sets.entries().isEmpty()) {
            throw new BuildlogException(folder + " holds no labelled set: dedup-pairs.tsv, categorize.tsv, clusters.tsv or"
                    + " extract/gold.jsonl is needed");
        }
        return sets;
    }

    private static Text text(List<String> row) {
        return new Text(row.get(0), row.get(1), row.get(2));
    }

    private <T> List<T> rows(String name, List<String> columns, Function<List<String>, T> mapper) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return List.of();
        }
        List<String> lines = lines(file);
        if (lines.isEmpty() || !List.of(lines.get(0).split("\t", -1)).equals(columns)) {
            throw broken(file, 1, "the columns must be " + String.join(", ", columns) + ", separated by tabs");
        }
        List<T> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            List<String> cells = List.of(lines.get(i).split("\t", -1));
            if (cells.size() != columns.size()) {
                throw broken(file, i + 1, cells.size() + " cells instead of " + columns.size());
            }
            rows.add(mapper.apply(cells));
        }
        return rows;
    }

    private List<Entry> entries() {
        Path file = folder.resolve("extract/gold.jsonl");
        if (!Files.exists(file)) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                entries.add(entry(file, i + 1, lines.get(i)));
            }
        }
        return entries;
    }

    private Entry entry(Path file, int number, String line) {
        try {
            JsonNode node = JSON.readTree(line);
            String name = node.path("file").asText();
            Path text = file.resolveSibling(name);
            boolean beside = text.normalize().getParent().equals(file.normalize().getParent());
            if (name.isEmpty() || !beside || !Files.isRegularFile(text)) {
                throw broken(file, number, "no entry named '" + name + "' lies beside it");
            }
            List<Gold> gold = new ArrayList<>();
            node.path("insights").forEach(insight -> gold.add(gold(insight)));
            return new Entry(name, Files.readString(text), gold, strings(node.path("optional")), strings(node.path("forbidden")));
        } catch (JsonProcessingException e) {
            throw broken(file, number, "this is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new BuildlogException(BuildlogException.Kind.FAILED, "cannot read an entry named in " + file + ": "
                    + e.getMessage(), e);
        }
    }

    private static Gold gold(JsonNode insight) {
        List<String> texts = new ArrayList<>(List.of(insight.path("text").asText()));
        texts.addAll(strings(insight.path("alt")));
        Set<String> categories = new HashSet<>(strings(insight.path("category_alt")));
        categories.add(insight.path("category").asText());
        return new Gold(texts, Set.copyOf(categories), insight.path("stage").asText().equals("journey"));
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(item -> strings.add(item.asText()));
        return strings;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new BuildlogException(BuildlogException.Kind.FAILED, "cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static BuildlogException broken(Path file, int line, String message) {
        return new BuildlogException(file + ":" + line + ": " + message);
    }
}
