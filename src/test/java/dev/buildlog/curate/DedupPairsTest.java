package dev.buildlog.curate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** How often the token backend is right about labelled pairs. The data lie outside the project. */
class DedupPairsTest {

    @Test
    void mergesNoDifferentRulesAndManyRewordedOnes() throws IOException {
        TokenSimilarity similarity = new TokenSimilarity();
        List<String> wronglyMerged = new ArrayList<>();
        int reworded = 0;
        int found = 0;
        for (String row : rows()) {
            String[] cells = row.split("\t");
            double value = similarity.compare(similarity.fingerprint(cells[3]), similarity.fingerprint(cells[4]));
            boolean merged = value >= similarity.threshold();
            if (merged && cells[1].equals("different")) {
                wronglyMerged.add(cells[3] + " / " + cells[4]);
            }
            if (cells[2].equals("reworded-lexical") || cells[2].equals("word-order")) {
                reworded++;
                found += merged ? 1 : 0;
            }
        }
        assertThat(wronglyMerged).hasSizeLessThanOrEqualTo(2);
        assertThat(found).isGreaterThan(reworded * 3 / 4);
    }

    private static List<String> rows() throws IOException {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared/eval/dedup-pairs.tsv");
            if (Files.isRegularFile(file)) {
                return Files.readAllLines(file).stream().skip(1).toList();
            }
        }
        return Assumptions.abort("no folder shared/eval above the project");
    }
}
