package dev.buildlog.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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

                **Lessons** are hard. No Lesson: not a sentence.
                """));
        assertThat(entry.insights()).extracting(Insight::line, Insight::text, Insight::category).containsExactly(
                tuple(4, "Look at the log first.", ""), tuple(8, "Ask.", ""), tuple(12, "Sleep on it.", ""),
                tuple(15, "Retry twice", ""), tuple(18, "Read the manual", ""),
                tuple(21, "all of it slanted", ""));
        assertThat(entry.insights().get(0).quote()).isEqualTo("Look at\nthe *log* first.");
        assertThat(entry.insights().get(5).quote()).isEqualTo("all of it slanted*");
    }

    @Test
    void readsLabelsThatAreNotBold() {
        assertThat(Entries.texts(extractor().extract(Entries.of("""
                ## The Journey

                Lesson: pin the image by digest. Tags move.

                _Takeaway:_ ask first

                **What happened:** it broke
                Lesson: log the query

                Lessons: 1

                2026-03-04T09:35:24Z NOTE proxy Lesson: said by a machine
                Lesson: not at the start of its paragraph

                - Lesson learned: in an item
                - [ ] Lesson: a task
                - What I did: Lesson: no
                """)))).containsExactly("pin the image by digest. Tags move.", "ask first", "log the query", "in an item");
    }

    @Test
    void readsSentencesThatSayTheyAreLessons() {
        EntryVersion entry = extractor().extract(Entries.of("""
                ## The Journey

                It took all day. The main lesson here is that a queue
                needs an owner. Then we went home.

                I learned the hard way that `rm` asks nobody. Next time I'll dump the table first!

                Next time it failed again. Lessons were learned. We learned of it at noon.

                In hindsight we should have measured before tuning.

                Lesson learned the hard way: read it twice. What we learned here is that mocks lie often.
                """));
        assertThat(entry.insights()).extracting(Insight::line, Insight::text, Insight::quote).containsExactly(
                tuple(3, "a queue needs an owner.",
                        "It took all day. The main lesson here is that a queue\nneeds an owner. Then we went home."),
                tuple(6, "`rm` asks nobody.",
                        "I learned the hard way that `rm` asks nobody. Next time I'll dump the table first!"),
                tuple(6, "dump the table first!",
                        "I learned the hard way that `rm` asks nobody. Next time I'll dump the table first!"),
                tuple(10, "In hindsight we should have measured before tuning.",
                        "In hindsight we should have measured before tuning."),
                tuple(12, "read it twice.",
                        "Lesson learned the hard way: read it twice. What we learned here is that mocks lie often."),
                tuple(12, "mocks lie often.",
                        "Lesson learned the hard way: read it twice. What we learned here is that mocks lie often."));
    }

    @Test
    void readsTheLessonColumnOfATableAnywhere() {
        assertThat(Entries.texts(extractor().extract(Entries.of("""
                ## The Journey
                | Try | Result | Lesson |
                |---|---|---|
                | 1 | timeout | Warm the pool before the test |
                | 2 | ok | |

                | Metric | Value |
                |---|---|
                | p99 | 3 |
                """)))).containsExactly("Warm the pool before the test");
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
    void usesTheLabelsAndPhrasesItIsGiven() {
        LessonsExtractor extractor = new LessonsExtractor();
        extractor.setLabels("Erkenntnis");
        extractor.setPhrases("merke dir: (.+)");
        extractor.setCategory("Workflow");
        EntryVersion entry = extractor.extract(Entries.of("**Erkenntnis:** a\n\n**Lesson:** b\n\nLesson: c. Merke dir: d e f.\n"));
        assertThat(entry.insights()).extracting(Insight::text, Insight::category)
                .containsExactly(tuple("a", "workflow"), tuple("d e f.", "workflow"));
        assertThatThrownBy(() -> extractor.setPhrases("(a)(b)")).hasMessageContaining("more than one group");
    }
}
