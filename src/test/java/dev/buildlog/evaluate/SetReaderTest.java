package dev.buildlog.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.evaluate.LabelledSets.Gold;
import dev.buildlog.evaluate.LabelledSets.Pair;
import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetReaderTest {

    @TempDir
    Path folder;

    @Test
    void cellsAreSeparatedByTabsAndNothingIsQuoted() throws IOException {
        Files.writeString(folder.resolve("dedup-pairs.tsv"), "id\tlabel\tkind\ta\tb\np1\tsame\tword-order\tSay \"no\"\tback\\slash\n");

        LabelledSets sets = SetReader.read(folder);

        assertThat(sets.pairs()).containsExactly(new Pair("p1", true, "word-order", "Say \"no\"", "back\\slash"));
        assertThat(sets.clusters()).isEmpty();
    }

    @Test
    void entriesLieBesideTheirGold() throws IOException {
        Files.createDirectory(folder.resolve("extract"));
        Files.writeString(folder.resolve("extract/2026-01-01-a.md"), "# A\n");
        Files.writeString(folder.resolve("extract/gold.jsonl"), "{\"file\": \"2026-01-01-a.md\", \"insights\": [{\"category\":"
                + " \"workflow\", \"text\": \"One\", \"alt\": [\"Uno\"], \"stage\": \"journey\", \"category_alt\": [\"tool_usage\"]}],"
                + " \"forbidden\": [\"x\"]}\n\n");

        LabelledSets.Entry entry = SetReader.read(folder).entries().get(0);

        assertThat(entry.text()).isEqualTo("# A\n");
        assertThat(entry.gold()).containsExactly(new Gold(List.of("One", "Uno"), Set.of("workflow", "tool_usage"), true));
        assertThat(entry.forbidden()).containsExactly("x");
        assertThat(entry.optional()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            clusters.tsv    ~ id;cluster          ~ clusters.tsv:1: the columns must be id, cluster, text
            clusters.tsv    ~ id;cluster;text|c1;x ~ clusters.tsv:2: 2 cells instead of 3
            """)
    void aBrokenSetIsRefusedWithItsLine(String file, String content, String message) throws IOException {
        Files.writeString(folder.resolve(file), content.replace(';', '\t').replace('|', '\n'));

        assertThatThrownBy(() -> SetReader.read(folder)).isInstanceOf(BuildlogException.class).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            {"file": "../secret.md"} ~ no entry named '../secret.md' lies beside it
            {"file":                 ~ this is not JSON
            """)
    void brokenGoldIsRefusedWithItsLine(String line, String message) throws IOException {
        Files.writeString(folder.resolve("secret.md"), "# Not yours\n");
        Files.createDirectory(folder.resolve("extract"));
        Files.writeString(folder.resolve("extract/gold.jsonl"), "\n" + line + "\n");

        assertThatThrownBy(() -> SetReader.read(folder)).isInstanceOf(BuildlogException.class)
                .hasMessageContaining("gold.jsonl:2: " + message);
    }

    @Test
    void aFolderWithoutAnySetIsRefused() {
        assertThatThrownBy(() -> SetReader.read(folder)).isInstanceOf(BuildlogException.class)
                .hasMessageContaining("holds no labelled set");
    }
}
