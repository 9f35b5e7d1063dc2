package dev.buildlog.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalListTest {

    @TempDir
    Path root;

    @BeforeEach
    void makeJournal() throws IOException {
        Files.createDirectories(root.resolve("buildlog"));
    }

    @Test
    void newestFirstWithoutTemplates() throws IOException {
        new Templates().install(root.resolve("buildlog"));
        write("2026-01-09-z.md", "# Z");
        write("2026-01-10-a.md", "# A");
        write("2026-01-10-b.md", "# B");
        write("1998-05-05-old.md", "# Old");
        write("2026-13-01-never.md", "# Never");

        assertThat(new JournalList().list(root, "buildlog")).extracting(Listed::title).containsExactly("B", "A", "Z", "Old");
        assertThat(new JournalList().list(root, "buildlog").get(0))
                .isEqualTo(new Listed("2026-01-10-b.md", LocalDate.of(2026, 1, 10), "B"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "# Build Journal: Closing streams\\n|Closing streams",
        "# Just a title|Just a title",
        "\uFEFF# After a mark|After a mark",
        "\\r\\n\\r\\n# After blank lines\\r\\nText|After blank lines",
        "---\\ntitle: x\\n# not me\\n---\\n# After front matter|After front matter",
        "<!-- one\\n# not me\\n-->\\n\\n<!-- two -->\\n# After comments|After comments",
        "```sh\\n# not me\\n```\\n# After code|After code",
        "~~~~\\n```\\n# not me\\n~~~~\\n# After tildes|After tildes",
        "## Deeper\\n#hashtag\\n# First of its level #\\n# Second|First of its level",
        "Some text\\n\\n# Later|Later",
        "'   # Indented\\t##'|Indented",
        "'    # Code\\n# After code of spaces'|After code of spaces",
        "# C#|C#",
        "# C # of old #  |C # of old",
        "# [TITLE]\\n# Not asked for|(untitled)",
        "<!-- never closed\\n# After what is no comment|After what is no comment",
        "---\\n# After a rule|After a rule",
        "# ##|(untitled)",
        "# Build Journal: [TITLE]|(untitled)",
        "# [TITLE]|(untitled)",
        "#|(untitled)",
        "No heading at all|(untitled)",
        "''|(untitled)"
    })
    void findsTitles(String text, String title) throws IOException {
        assertThat(titleOf(text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t"))).isEqualTo(title);
    }

    @Test
    void findsTheTitleOfALongEntryFromItsBeginning() throws IOException {
        String body = "ä".repeat(20_000);
        assertThat(titleOf("# Long\n" + body)).isEqualTo("Long");
        assertThat(titleOf("# Longer\n." + body)).isEqualTo("Longer");
        assertThat(titleOf("# " + body)).startsWith("ää");
        assertThat(titleOf("#  " + body)).startsWith("ää");
    }

    @Test
    void saysWhatCannotBeRead() throws IOException {
        Files.write(root.resolve("buildlog/2026-01-12-latin.md"), new byte[] {'#', ' ', (byte) 0xE4, '\n'});
        Files.createDirectory(root.resolve("buildlog/2026-01-11-folder.md"));
        Files.createSymbolicLink(root.resolve("buildlog/2026-01-10-out.md"), Path.of("../../outside.md"));

        assertThat(new JournalList().list(root, "buildlog"))
                .hasSize(3).allSatisfy(e -> assertThat(e.title()).isEqualTo("(unreadable)"));
    }

    @Test
    void pointsToInitWhereThereIsNoJournal() {
        assertThatThrownBy(() -> new JournalList().list(root, "journal"))
                .isInstanceOf(BuildlogException.class).hasMessageContaining("journal").hasMessageContaining("buildlog init");
    }

    private String titleOf(String text) throws IOException {
        write("2026-01-10-a.md", text);
        return new JournalList().list(root, "buildlog").get(0).title();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(root.resolve("buildlog").resolve(name), text);
    }
}
