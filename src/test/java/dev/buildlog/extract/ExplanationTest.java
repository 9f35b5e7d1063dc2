package dev.buildlog.extract;

import static dev.buildlog.extract.Explanation.Verdict.IGNORED;
import static dev.buildlog.extract.Explanation.Verdict.LEFT;
import static dev.buildlog.extract.Explanation.Verdict.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

class ExplanationTest {

    @Test
    void saysWhatBecameOfEachLine() {
        assertThat(Explanation.of(Entries.extracted("""
                # T

                Prose.
                ## Improvements
                - [e.g., x]
                - Run it
                  ```
                  code
                  ```
                  twice
                **Lesson:** no, lazily the same item

                Plain.
                """))).extracting(Explanation::line, Explanation::verdict, Explanation::detail).containsExactly(
                tuple(1, IGNORED, "heading"), tuple(2, IGNORED, "blank"),
                tuple(3, IGNORED, "outside the sections that are read"), tuple(4, IGNORED, "heading"),
                tuple(5, LEFT, "A template's placeholder in brackets; replace it by a learning."),
                tuple(6, TAKEN, "improvements"), tuple(7, IGNORED, "code"), tuple(8, IGNORED, "code"),
                tuple(9, IGNORED, "code"), tuple(10, TAKEN, "improvements"), tuple(11, TAKEN, "improvements"),
                tuple(12, IGNORED, "blank"), tuple(13, LEFT, Blocks.PLAIN_TEXT));
    }
}
