package dev.buildlog.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Insight;
import dev.buildlog.model.Remark;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The laws of {@link Extractor}; every implementation is tested by a subclass. */
abstract class ExtractorContract {

    /** A fresh extractor with its defaults, able to find something in {@link #entry()}. */
    abstract Extractor extractor();

    /** An entry in which each extractor finds at least one insight. */
    static EntryVersion entry() {
        return Entries.of("""
                # Build Journal: Cache

                ## The Journey

                TIL: keys expire lazily

                **Lesson:** Warm the cache before the switch.

                ## Improvements

                ### Workflow

                - Measure first
                - [e.g., measure]
                """);
    }

    @Test
    void findsSomething() {
        assertThat(extractor().extract(entry()).insights()).isNotEmpty();
    }

    @Test
    void keepsWhatStepsBeforeFound() {
        Insight known = new Insight("Said before", "architectural", 3, "Elsewhere", "Said before", "other", null);
        Remark remark = new Remark(4, "x", "Left by another.");
        EntryVersion before = entry().withInsights(List.of(known)).plusRemarks(List.of(remark)).withTitle("Mine");
        EntryVersion result = extractor().extract(before);
        assertThat(result.insights()).contains(known).isSortedAccordingTo(Comparator.comparingInt(Insight::line));
        assertThat(result.remarks()).contains(remark);
        assertThat(result.title()).isEqualTo("Mine");
    }

    @Test
    void addsNothingTheSecondTime() {
        EntryVersion once = extractor().extract(entry());
        assertThat(extractor().extract(once)).isEqualTo(once);
    }

    @Test
    void countsATextFoundTwiceAtOnePlaceOnce() {
        List<Insight> found = extractor().extract(entry()).insights();
        List<Insight> byAnother = found.stream()
                .map(i -> new Insight(i.text(), "domain_knowledge", i.line(), "", "other quote", "other", null))
                .toList();
        assertThat(extractor().extract(entry().withInsights(byAnother)).insights()).isEqualTo(byAnother);
    }

    @Test
    void takesNothingFromARemovedEntry() {
        EntryVersion e = entry();
        EntryVersion removed = EntryVersion.removed(e.project(), e.holder(), e.path(), e.date(), e.observedAt());
        assertThat(extractor().extract(removed)).isEqualTo(removed);
    }

    @Test
    void setsTheTitleAndSaysWhoFoundWhatWhere() {
        EntryVersion result = extractor().extract(entry());
        assertThat(result.title()).isEqualTo("Cache");
        assertThat(result.insights()).allSatisfy(insight -> {
            assertThat(insight.extractor()).isNotBlank();
            assertThat(insight.section()).startsWith("Build Journal: Cache > ");
            assertThat(entry().text().lines().toList().get(insight.line() - 1)).contains(insight.quote());
        });
    }

    @Test
    void findsTheSameInWindowsLineEnds() {
        EntryVersion e = extractor().extract(entry());
        EntryVersion windows = extractor().extract(entry().withText("\uFEFF" + entry().text().replace("\n", "\r\n")));
        assertThat(windows.insights()).isEqualTo(e.insights());
        assertThat(windows.title()).isEqualTo(e.title());
    }
}
