package dev.buildlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.journal.JournalList;
import dev.buildlog.journal.Listed;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoJournalTest {

    @Test
    void theIndexNamesTheEntriesOfTheSampleJournal() throws Exception {
        Path demo = demo();
        List<Listed> entries = new JournalList().list(demo, "buildlog");

        assertThat(Files.readAllLines(demo.resolve("entries.txt")))
                .containsExactlyInAnyOrderElementsOf(entries.stream().map(Listed::name).toList())
                .hasSize(6);
        assertThat(entries).extracting(Listed::title).doesNotContain("(untitled)", "(unreadable)");
    }

    private static Path demo() throws URISyntaxException {
        return Path.of(DemoJournalTest.class.getResource("/demo").toURI());
    }
}
