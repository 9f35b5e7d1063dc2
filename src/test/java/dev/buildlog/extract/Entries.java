package dev.buildlog.extract;

import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Holder;
import dev.buildlog.model.Insight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Entries for tests: from a text block, or from a folder outside the project. */
final class Entries {

    private Entries() {}

    static EntryVersion of(String text) {
        return EntryVersion.of("0123456789ab", new Holder("/repo", "main"), "buildlog/2026-01-10-x.md",
                LocalDate.of(2026, 1, 10), "00", text, Instant.parse("2026-01-10T12:00:00Z"));
    }

    /** As the default route has them, one after the other. */
    static EntryVersion extracted(String text) {
        return extracted(of(text));
    }

    static EntryVersion extracted(EntryVersion entry) {
        SectionsExtractor findings = new SectionsExtractor();
        findings.setName("findings");
        findings.setHeadings("What Went Wrong,Gauntlet,Gauntlet Review");
        findings.setPatterns("");
        findings.setUnless("accepted,logged");
        findings.setProse(false);
        return new LessonsExtractor().extract(findings.extract(
                new SectionsExtractor().extract(new ImprovementsExtractor().extract(entry))));
    }

    static List<String> texts(EntryVersion entry) {
        return entry.insights().stream().map(Insight::text).toList();
    }

    /** {@code ../shared/NAME}, looked for from the working folder upwards; skips the test where it is absent. */
    static Path shared(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path found = folder.resolve("shared").resolve(name);
            if (Files.isDirectory(found)) {
                return found;
            }
        }
        Assumptions.abort("no folder shared/" + name + " beside the project");
        throw new AssertionError();
    }

    /** The entries of a folder, by name. */
    static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{4}-\\d\\d-\\d\\d-.*\\.md"))
                    .sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
