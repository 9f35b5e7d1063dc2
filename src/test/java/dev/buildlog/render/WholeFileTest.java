package dev.buildlog.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholeFileTest {

    private static final String FIRST = written(null, "- one\n");

    @Test
    void putsTheStampBelowTheFrontMatter() {
        assertThat(FIRST).startsWith("---\nkind: always\n---\n\n<!-- buildlog:file policy=pol-1 hash=")
                .endsWith(" -->\n\n- one\n");
    }

    @Test
    void replacesAndRemovesItsOwn() {
        assertThat(apply(FIRST, "- two\n")).isInstanceOfSatisfying(FileChange.Written.class, change -> {
            assertThat(change.edited()).isFalse();
            assertThat(change.lost()).isEmpty();
        });
        assertThat(apply(FIRST, "").edited()).isFalse();
        assertThat(apply(FIRST, "")).isInstanceOf(FileChange.FileRemoved.class);
    }

    @Test
    void lineEndingsAndABomAreNoEdit() {
        String checkedOut = "\uFEFF" + FIRST.replace("\n", "\r\n");

        assertThat(apply(checkedOut, "- one\n")).isInstanceOf(FileChange.Unchanged.class);
        assertThat(apply(checkedOut, "- two\n").edited()).isFalse();
    }

    @Test
    void seesEveryEdit() {
        for (String edited : List.of(FIRST + "- mine\n", FIRST.replace("- one", "- won"), FIRST.replace("always", "never"),
                FIRST.replace("- one\n", ""), FIRST.replaceFirst("(?m)^<!--.*\n", ""), FIRST + FIRST, "# Mine\n")) {
            assertThat(apply(edited, "- two\n").edited()).as(edited).isTrue();
        }
        assertThat(apply(FIRST + "- mine\n", "- one\n")).isInstanceOfSatisfying(FileChange.Written.class,
                change -> assertThat(change.lost()).containsExactly("- mine"));
    }

    @Test
    void isNotConcernedWithAFileThatNeverWasItsOwn() {
        assertThat(apply("# Mine\n", "")).isInstanceOf(FileChange.Unchanged.class);
        assertThat(apply(null, "")).isInstanceOf(FileChange.Unchanged.class);
    }

    @Test
    void resolvesAConflictOfTwoRenderings() {
        String ours = written(null, "- one\n- ours\n");
        String theirs = written(null, "- theirs\n- one\n");

        FileChange change = apply("<<<<<<< HEAD\n" + ours + "=======\n" + theirs + ">>>>>>> main\n", "- two\n");

        assertThat(change.edited()).isFalse();
        assertThat(change).isInstanceOf(FileChange.Written.class);
    }

    @Test
    void refusesWhatIsNoText() {
        assertThat(apply("a\0b", "- one\n")).isInstanceOf(FileChange.Refused.class);
    }

    private static String written(String existing, String body) {
        return new String(((FileChange.Written) apply(existing, body)).content(), StandardCharsets.UTF_8);
    }

    private static FileChange apply(String existing, String body) {
        return WholeFile.apply("rules.md", existing == null ? null : existing.getBytes(StandardCharsets.UTF_8),
                "kind: always", body, "pol-1");
    }
}
