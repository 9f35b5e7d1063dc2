package dev.buildlog.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.config.Settings;
import dev.buildlog.ledger.Ledger;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Holder;
import dev.buildlog.model.Insight;
import dev.buildlog.model.Sha256;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the shipped learn route takes from entries of real people, beside a list made by reading each of them line by line: file,
 * line, category where the author's heading decides it ({@code -} where a step may guess), start of the SHA-256 of the text.
 *
 * <p>The list holds what an author put down as a learning: the items of improvements, labelled lessons, "For Next Time", and
 * findings of a review listed as mended. It does not hold tasks, results, findings listed as accepted or only logged, or
 * the reflection on working with an assistant, from which its authors drew their learnings themselves.
 *
 * <p>After a change that is meant, the rows in the failure message are the new content of the resource: read them first.
 */
class RealEntriesTest {

    private static final String GUESSED = "-";

    @TempDir
    Path folder;

    @Test
    void takesEveryLearningAndNothingElse() throws IOException {
        List<String> golden = resource().strip().lines().toList();
        List<String> rows = new ArrayList<>();
        Workshop workshop = new Workshop(folder);
        try (Ledger ledger = Ledger.open(workshop.home())) {
            Core core = workshop.core(ledger);
            try (DryRun route = DryRun.open(core, workshop.repository("shop"),
                    root -> Settings.load(workshop.home(), root, Map.of(), Map.of()).asProperties(),
                    Workshop.front(core, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)))) {
                for (Path file : entries()) {
                    String name = file.getFileName().toString();
                    route.learn(entry(name, Files.readString(file))).insights()
                            .forEach(insight -> rows.add(row(name, insight, golden)));
                }
            }
        }
        assertThat(String.join("\n", rows)).isEqualTo(String.join("\n", golden));
    }

    private static EntryVersion entry(String name, String text) {
        return EntryVersion.of("0123456789ab", new Holder("/repo", "main"), "buildlog/" + name,
                LocalDate.parse(name.substring(0, 10)), Sha256.of(text), text, Instant.EPOCH);
    }

    private static String row(String file, Insight insight, List<String> golden) {
        String hash = Sha256.of(insight.text()).substring(0, 10);
        String guessed = String.join("\t", file, String.valueOf(insight.line()), GUESSED, hash);
        boolean free = golden.contains(guessed) || insight.category().equals("uncategorised");
        return free ? guessed : String.join("\t", file, String.valueOf(insight.line()), insight.category(), hash);
    }

    /** {@code ../shared/real-entries}, looked for from the working folder upwards; skips the test where it is absent. */
    private static List<Path> entries() throws IOException {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path found = folder.resolve("shared/real-entries");
            if (Files.isDirectory(found)) {
                try (Stream<Path> files = Files.list(found)) {
                    return files.filter(file -> file.getFileName().toString().matches("\\d{4}-\\d\\d-\\d\\d-.*\\.md")).sorted()
                            .toList();
                }
            }
        }
        return Assumptions.abort("no folder shared/real-entries beside the project");
    }

    private static String resource() throws IOException {
        try (InputStream in = RealEntriesTest.class.getResourceAsStream("real-entries.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
