package dev.buildlog.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Insight;
import dev.buildlog.model.Remark;
import org.junit.jupiter.api.Test;

class PatternExtractorTest extends ExtractorContract {

    @Override
    Extractor extractor() {
        return pattern("TIL: (.*)");
    }

    @Test
    void findsLinesOfParagraphsListsAndTables() {
        PatternExtractor extractor = pattern("TIL: (.*)");
        extractor.setCategory("Tool Usage");
        EntryVersion entry = extractor.extract(Entries.of("""
                # Day
                first
                **TIL:** `jq` sorts keys
                last
                - TIL: nested *works*
                  TIL: on its second line
                > TIL: quoted

                ```
                TIL: code
                ```
                <!-- TIL: comment -->

                | a | b |
                |---|---|
                | x | TIL: cell |
                """));
        assertThat(entry.insights()).extracting(Insight::line, Insight::text, Insight::quote).containsExactly(
                tuple(3, "`jq` sorts keys", "**TIL:** `jq` sorts keys"),
                tuple(5, "nested works", "TIL: nested *works*"),
                tuple(6, "on its second line", "TIL: on its second line"), tuple(7, "quoted", "TIL: quoted"),
                tuple(16, "cell", "TIL: cell"));
        assertThat(entry.insights()).allSatisfy(insight -> assertThat(insight.category()).isEqualTo("tool_usage"));
    }

    @Test
    void takesTheWholeMatchWithoutAGroup() {
        assertThat(Entries.texts(pattern("Always \\w+").extract(Entries.of("Always test. Always log."))))
                .containsExactly("Always test", "Always log");
    }

    @Test
    void aLineThatAnotherExtractorTookWholeCountsOnce() {
        EntryVersion entry = Entries.extracted("## Improvements\n- TIL: x\n");
        assertThat(extractor().extract(entry).insights()).isEqualTo(entry.insights());
    }

    @Test
    void anotherLearningOnTheSameLineCountsToo() {
        EntryVersion entry = Entries.extracted("## Notes\nWe learned that the disk was full. TIL: df -i counts inodes\n");
        assertThat(Entries.texts(extractor().extract(entry)))
                .containsExactly("the disk was full.", "df -i counts inodes");
    }

    @Test
    void aLineWithinWhatAnotherExtractorTookCountsOnce() {
        EntryVersion entry = Entries.extracted("## Improvements\n- Look first,\n  TIL: then leap\n\n## Else\nTIL: then leap\n");
        assertThat(Entries.texts(extractor().extract(entry))).containsExactly("Look first, TIL: then leap", "then leap");
    }

    @Test
    void stopsAPatternThatBacktracksWithoutEnd() {
        String hostile = "a".repeat(4_000) + "!\n\n" + "ab".repeat(2_400) + "\n\naaab\n";
        EntryVersion entry = pattern("^(?:a+)+b$").extract(Entries.of(hostile));
        assertThat(Entries.texts(entry)).containsExactly("aaab");
        assertThat(entry.remarks()).extracting(Remark::reason).anyMatch(reason -> reason.contains("^(?:a+)+b$"));
        assertThat(pattern("(?:a|b|!)*c").extract(Entries.of(hostile)).insights()).isEmpty();
    }

    @Test
    void refusesABadPattern() {
        assertThatThrownBy(() -> pattern("TIL: (.*")).isInstanceOf(BuildlogException.class)
                .hasMessageContaining("TIL: (.*").hasMessageContaining("at position")
                .extracting("kind").isEqualTo(BuildlogException.Kind.BAD_CONFIGURATION);
        assertThatThrownBy(() -> pattern("(a)(b)")).isInstanceOf(BuildlogException.class).hasMessageContaining("(?:");
        assertThatThrownBy(() -> new PatternExtractor().extract(entry())).isInstanceOf(BuildlogException.class);
    }

    private static PatternExtractor pattern(String pattern) {
        PatternExtractor extractor = new PatternExtractor();
        extractor.setPattern(pattern);
        return extractor;
    }
}
