package dev.buildlog.render;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManagedBlockTest {

    private static final String BODY = "## Learned rules\n\n- Run tests before commit\n";

    @Test
    void goesToTheEndOfAFileAfterOneBlankLine() {
        assertThat(written("# My project\n", BODY)).isEqualTo("""
                # My project

                <!-- buildlog:begin policy=pol-0123456789 hash=%s -->

                ## Learned rules

                - Run tests before commit

                <!-- buildlog:end -->
                """.formatted(hashOf(BODY)));
    }

    @Test
    void makesTheFileAndTakesItAwayAgain() {
        FileChange change = ManagedBlock.apply("AGENTS.md", null, BODY, "pol-0123456789");

        byte[] content = ((FileChange.Written) change).content();
        assertThat(new String(content, UTF_8)).startsWith("<!-- buildlog:begin ").endsWith("<!-- buildlog:end -->\n");
        assertThat(apply(new String(content, ISO_8859_1), "")).isInstanceOf(FileChange.FileRemoved.class);
    }

    @Test
    void leavesAFileWithoutBlockAloneWhenThereAreNoRules() {
        assertThat(apply("# My project\n", " \n")).isInstanceOf(FileChange.Unchanged.class);
        assertThat(ManagedBlock.apply("AGENTS.md", null, "", "pol-1")).isInstanceOf(FileChange.Unchanged.class);
    }

    @Test
    void replacesOnlyTheBlock() {
        String file = "\u00EF\u00BB\u00BFAbove \u00FF\r\n" + block("- old", "\r\n") + "\r\nBelow";

        String changed = written(file, "- new ü");

        assertThat(changed).startsWith("\u00EF\u00BB\u00BFAbove \u00FF\r\n<!-- buildlog:begin")
                .endsWith("<!-- buildlog:end -->\r\nBelow").contains("\r\n- new \u00C3\u00BC\r\n");
        assertThat(changed.replace("\r\n", "")).doesNotContain("\n");
    }

    @Test
    void saysWhichLinesOfAPersonAreLost() {
        String file = block("- generated", "\n").replace("- generated", "- generated\n- my own ") + "\n";

        FileChange.Written change = (FileChange.Written) apply(file, "- generated");

        assertThat(change.lost()).containsExactly("- my own ");
        assertThat(((FileChange.Written) apply(block("- a", "\n"), "- b")).lost()).isEmpty();
        assertThat(((FileChange.FileRemoved) apply(file, "")).lost()).containsExactly("- generated", "- my own ");
    }

    @Test
    void takesOverTheBlockOfThePythonTool() {
        String file = """
                # Mine

                <!-- buildlog:rules:start -->

                ## Learned Rules (buildlog, updated 2026-02-01)

                - Always run tests before commit

                <!-- buildlog:rules:end -->
                Below
                """;

        FileChange.Written change = (FileChange.Written) apply(file, BODY);

        assertThat(text(change)).startsWith("# Mine\n\n<!-- buildlog:begin").endsWith("<!-- buildlog:end -->\nBelow\n")
                .doesNotContain("buildlog:rules");
        assertThat(change.lost()).contains("- Always run tests before commit");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "```\nMARKERS\n```\n",
        "~~~ markdown\nMARKERS\n~~~\n",
        "- item\n\n  ```\n  MARKERS\n  ```\n",
        "Not whole: MARKERS\n",
        "    MARKERS\n",
        "> MARKERS\n"
    })
    void markersThatAreQuotedAreNone(String template) {
        String begin = "<!-- buildlog:begin policy=pol-1 hash=000000000000 -->";
        String file = template.replace("MARKERS", begin);

        assertThat(written(file, BODY)).startsWith(file + "\n<!-- buildlog:begin policy=pol-0123456789");
    }

    @Test
    void refusesDamagedMarkersAndNamesTheLine() {
        String begin = "<!-- buildlog:begin policy=pol-1 hash=000000000000 -->\n";
        String end = "<!-- buildlog:end -->\n";

        assertThat(refusal("a\n" + begin + "b\n")).startsWith("AGENTS.md:2: the block that begins here has no end");
        assertThat(refusal("a\n" + end + begin)).startsWith("AGENTS.md:2: a block ends here that does not begin above");
        assertThat(refusal(begin + end + "\n" + begin + end)).startsWith("AGENTS.md:4: a second block begins here");
        assertThat(refusal(begin + "x\n" + begin + end)).startsWith("AGENTS.md:3: a block begins here inside the one");
        assertThat(refusal("<!-- buildlog:rules:start -->\n" + end)).startsWith("AGENTS.md:2: ");
        assertThat(refusal("a\n" + begin + "```\n" + end)).startsWith("AGENTS.md:2: ");
    }

    @Test
    void refusesToDisappearInACodeFence() {
        assertThat(refusal("# A\n\n```sh\nmake\n"))
                .startsWith("AGENTS.md:3: the code fence that opens here never ends");
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        assertThat(refusal("\u00FF\u00FEa\0")).startsWith("AGENTS.md: this is not UTF-8 text");
    }

    @Test
    void resolvesAConflictInTheBlock() {
        String file = """
                Above

                <<<<<<< HEAD
                <!-- buildlog:begin policy=pol-1 hash=111111111111 -->
                ||||||| base
                <!-- buildlog:begin policy=pol-0 hash=000000000000 -->
                =======
                <!-- buildlog:begin policy=pol-2 hash=222222222222 -->
                >>>>>>> theirs

                ## Learned rules

                <<<<<<< HEAD
                - one
                =======
                - two
                >>>>>>> theirs

                <!-- buildlog:end -->
                Below
                """;

        FileChange.Written change = (FileChange.Written) apply(file, "- one\n- two");

        assertThat(text(change)).isEqualTo("Above\n\n" + block("- one\n- two", "\n") + "\nBelow\n");
        assertThat(change.lost()).isEmpty();
    }

    @Test
    void resolvesAConflictOfTwoNewBlocks() {
        String file = "Above\n<<<<<<< HEAD\n\n" + block("- a", "\n") + "\n=======\n\n"
                + block("- b", "\n") + "\n>>>>>>> b\n";

        assertThat(written(file, "- c")).isEqualTo("Above\n\n" + block("- c", "\n") + "\n");
    }

    @Test
    void leavesAConflictOutsideTheBlockToItsOwner() {
        String conflict = "<<<<<<< HEAD\nmine\n=======\nyours\n>>>>>>> b\n";

        assertThat(written(conflict + block("- a", "\n"), "- c")).isEqualTo(conflict + block("- c", "\n"));
        assertThat(refusal("<<<<<<< HEAD\nmine\n" + block("- a", "\n") + "\n=======\nyours\n" + block("- b", "\n")
                + "\n>>>>>>> b\n")).startsWith("AGENTS.md:2: this line lies outside buildlog's block");
    }

    private static String block(String body, String ending) {
        return String.join(ending, "<!-- buildlog:begin policy=pol-0123456789 hash=" + hashOf(body) + " -->", "",
                body.replace("\n", ending), "", "<!-- buildlog:end -->");
    }

    private static String hashOf(String body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.strip().getBytes(UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static FileChange apply(String file, String body) {
        return ManagedBlock.apply("AGENTS.md", file.getBytes(ISO_8859_1), body, "pol-0123456789");
    }

    private static String written(String file, String body) {
        return text((FileChange.Written) apply(file, body));
    }

    private static String text(FileChange.Written change) {
        return new String(change.content(), ISO_8859_1);
    }

    private static String refusal(String file) {
        return ((FileChange.Refused) apply(file, BODY)).problem().toString();
    }
}
