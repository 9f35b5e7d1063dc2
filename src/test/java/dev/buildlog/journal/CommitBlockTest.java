package dev.buildlog.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.model.ChangedFile;
import dev.buildlog.model.Commit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommitBlockTest {

    @Test
    void theFirstCommitMakesTheHeading() {
        assertThat(CommitBlock.append("# Streams\n", commit("1a2b3c4d", "feat: close streams", "src/A.java"))).isEqualTo("""
                # Streams

                ## Commits

                ### `1a2b3c4` — feat: close streams

                Files:
                - `src/A.java`
                """);
    }

    @Test
    void theNextOneGoesBelowAndWhatFollowsStays() {
        String one = CommitBlock.append("# Streams\n", commit("1a2b3c4d", "one", "a")) + "\n## Improvements\n\n- x\n";

        String two = CommitBlock.append(one, commit("2b3c4d5e", "two", "b"));

        assertThat(two).containsSubsequence("### `1a2b3c4` — one", "### `2b3c4d5` — two", "- `b`\n\n## Improvements\n\n- x\n");
        assertThat(CommitBlock.append(two, commit("2b3c4d5e", "two", "b"))).isEqualTo(two);
    }

    @Test
    void manyFilesAreCountedAndOddNamesTamed() {
        String[] files = IntStream.range(0, 23).mapToObj(i -> "f" + i).toArray(String[]::new);
        files[0] = "a`b\nc";

        assertThat(CommitBlock.append("", commit("1a2b3c4d", "many", files))).contains("- `a?b?c`\n", "- `f19`\n",
                "- ...and 3 more\n").doesNotContain("f20");
    }

    @Test
    void lineEndsFollowTheEntry() {
        assertThat(CommitBlock.append("# A\r\n", commit("1a2b3c4d", "one", "a")).replace("\r\n", "")).doesNotContain("\n");
    }

    private static Commit commit(String hash, String subject, String... files) {
        return new Commit("p", hash, "topic", LocalDate.parse("2026-03-01"), Instant.EPOCH, subject + "\n\nmore",
                List.of(files).stream().map(file -> new ChangedFile(file, 1, 0)).toList());
    }
}
