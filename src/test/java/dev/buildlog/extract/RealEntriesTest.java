package dev.buildlog.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.model.Insight;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What is taken from entries of real people, checked against them line by line: file, line, category and the start of
 * the SHA-256 of the text. After a change that is meant, the rows in the failure message are the new content of the
 * resource.
 */
class RealEntriesTest {

    @Test
    void takesEveryLearningAndNothingElse() throws IOException {
        List<String> rows = new ArrayList<>();
        for (Path file : Entries.in(Entries.shared("real-entries"))) {
            for (Insight insight : Entries.extracted(Entries.read(file)).insights()) {
                rows.add(String.join("\t", file.getFileName().toString(), Integer.toString(insight.line()),
                        insight.category().isEmpty() ? "-" : insight.category(), hash(insight.text())));
            }
        }
        assertThat(String.join("\n", rows)).isEqualTo(resource().strip());
    }

    @Test
    void countsPerFile() {
        Map<String, Integer> counts = Entries.in(Entries.shared("real-entries")).stream().collect(Collectors.toMap(
                file -> file.getFileName().toString().substring(0, 18),
                file -> Entries.extracted(Entries.read(file)).insights().size()));
        assertThat(counts).containsExactlyInAnyOrderEntriesOf(Map.of("2026-01-01-example", 12, "2026-01-15-runpod-", 8,
                "2026-02-06-extract", 0, "2026-02-07-issue-2", 7, "2026-02-07-mnemosy", 5, "2026-02-09-observa", 4,
                "2026-02-09-otel-co", 5));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 5);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource() throws IOException {
        try (InputStream in = RealEntriesTest.class.getResourceAsStream("real-entries.tsv")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
