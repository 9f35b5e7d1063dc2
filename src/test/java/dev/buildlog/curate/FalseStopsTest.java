package dev.buildlog.curate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** How often the gate stops ordinary advice. The data lie outside the project. */
class FalseStopsTest {

    /** One in a hundred may wait for a person; none of these texts was at hand when the gate was made. */
    @Test
    void stopsFewOfTheLabelledTexts() throws IOException {
        Set<String> texts = new HashSet<>();
        List<String> stopped = new ArrayList<>();
        for (String file : List.of("dedup-pairs.tsv", "categorize.tsv", "clusters.tsv")) {
            for (String row : Files.readAllLines(folder().resolve(file)).stream().skip(1).toList()) {
                for (String cell : row.split("\t")) {
                    if (texts.add(cell)) {
                        Gate.objection(cell).ifPresent(reason -> stopped.add(cell + ": " + reason));
                    }
                }
            }
        }
        assertThat(texts).hasSizeGreaterThan(900);
        assertThat(stopped).hasSizeLessThanOrEqualTo(texts.size() / 100);
    }

    private static Path folder() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path found = folder.resolve("shared/eval");
            if (Files.isDirectory(found)) {
                return found;
            }
        }
        return Assumptions.abort("no folder shared/eval above the project");
    }
}
