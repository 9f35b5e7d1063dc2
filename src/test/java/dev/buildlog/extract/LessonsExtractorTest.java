package dev.buildlog.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Insight;
import org.junit.jupiter.api.Test;

class LessonsExtractorTest extends ExtractorContract {

    @Override
    Extractor extractor() {
        return new LessonsExtractor();
    }

    @Test
    void readsLabelsInRunningText() {
        EntryVersion entry = extractor().extract(Entries.of("""
                ## The Journey

                **What happened:** it broke
                **Lesson:** Look at
                the *log* first.
                **The fix:** restart

                💡 **Lesson learned**: Ask.

                __Takeaway 2:__

                Sleep on it.

                - tried
                  - **Learned:** Retry twice

                **Lessons learned:**
                - Read the manual
                - [the rest]

                ***Lesson:** all of it slanted*

                **Lessons** are hard. Lesson: not bold.
                """));
        assertThat(entry.insights()).extracting(Insight::line, Insight::text, Insight::category).containsExactly(
                tuple(4, "Look at the log first.", ""), tuple(8, "Ask.", ""), tuple(12, "Sleep on it.", ""),
                tuple(15, "Retry twice", ""), tuple(18, "Read the manual", ""),
                tuple(21, "all of it slanted", ""));
        assertThat(entry.insights().get(0).quote()).isEqualTo("Look at\nthe *log* first.");
        assertThat(entry.insights().get(5).quote()).isEqualTo("all of it slanted*");
    }

    @Test
    void readsListsUnderItsHeadings() {
        assertThat(Entries.texts(extractor().extract(Entries.of("""
                ## What’s Left
                - not this
                ## Reflection
                ### For Next Time
                1. First
                2. **Lesson:** Second
                ## What I Learned:
                * Third
                ## What happened
                - lessons were learned
                """)))).containsExactly("First", "Second", "Third");
    }

    @Test
    void leavesTheListsOfImprovementsToTheOtherExtractor() {
        assertThat(Entries.texts(extractor().extract(Entries.of("""
                ## Improvements
                ### Lessons
                - x

                **Lesson:** y
                """)))).containsExactly("y");
    }

    @Test
    void aLabelledParagraphOfImprovementsIsNoLongerLeft() {
        EntryVersion entry = Entries.extracted("## Improvements\n### Workflow\n**Lesson:** y\n\nplain\n");
        assertThat(entry.insights()).extracting(Insight::text, Insight::category)
                .containsExactly(tuple("y", "workflow"));
        assertThat(entry.remarks()).singleElement().satisfies(remark -> assertThat(remark.line()).isEqualTo(5));
    }

    @Test
    void saysThatALabelHasNothingAfterIt() {
        EntryVersion entry = extractor().extract(Entries.of("**Lesson:**\n\n## Next\n\n**Lesson:**\n[One line]\n"));
        assertThat(entry.insights()).isEmpty();
        assertThat(entry.remarks()).extracting("line").containsExactly(1, 6);
    }

    @Test
    void usesTheLabelsAndHeadingsItIsGiven() {
        LessonsExtractor extractor = new LessonsExtractor();
        extractor.setLabels("Erkenntnis");
        extractor.setHeadings("Gelernt");
        EntryVersion entry = extractor.extract(Entries.of("**Erkenntnis:** a\n\n**Lesson:** b\n# Gelernt\n- c\n"));
        assertThat(Entries.texts(entry)).containsExactly("a", "c");
    }
}
