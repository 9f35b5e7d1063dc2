package dev.buildlog.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Insight;
import dev.buildlog.model.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SectionsExtractorTest extends ExtractorContract {

    @Override
    Extractor extractor() {
        SectionsExtractor extractor = new SectionsExtractor();
        extractor.setHeadings("Improvements");
        extractor.setOutside("");
        return extractor;
    }

    @ParameterizedTest
    @ValueSource(strings = {"What I Learned", "What we've learned today", "🎓 Lessons learned:", "Lessons from the outage",
            "Key Takeaways", "Improvements & Learnings", "Learnings / Improvements", "Lessons, Takeaways and Insights",
            "3. For next time", "Notes for the next session", "What I'd do differently", "What could have been better",
            "TIL", "Gotchas (so far)", "Tooling"})
    void readsHeadingsAsPeopleVaryThem(String heading) {
        EntryVersion entry = learned("# A day\n\n## " + heading + "\n\n- Ask first\n\n## Files\n\n- a.txt\n");
        assertThat(Entries.texts(entry)).containsExactly("Ask first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Improvements", "What we built", "Lessons plan", "Learning rate", "Insights dashboard",
            "What could break", "Improvements and Fixes", "Next", "Tooling list"})
    void leavesOtherHeadings(String heading) {
        assertThat(learned("# A day\n\n## " + heading + "\n\n- Ask first\n").insights()).isEmpty();
    }

    @Test
    void theTitleOfAnEntryMakesNoSectionOfAllOfIt() {
        assertThat(Entries.texts(learned("# Lessons from the outage\n\n- called Bob\n\n## Lessons\n\n- Call Ann\n")))
                .containsExactly("Call Ann");
        assertThat(Entries.texts(learned("# Lessons from the outage\n\n- Call Ann\n"))).containsExactly("Call Ann");
    }

    @Test
    void leavesWhatStandsWithPlansAndRecords() {
        EntryVersion entry = learned("""
                # A day
                ## What We Built
                ### Tooling
                - a linter
                ## Tooling
                - Run the linter on save
                ### Next steps
                - [ ] another linter
                """);
        assertThat(entry.insights()).extracting(Insight::text, Insight::category)
                .containsExactly(tuple("Run the linter on save", "tool_usage"));
        assertThat(entry.remarks()).extracting(Remark::line, Remark::unread).containsExactly(tuple(4, false), tuple(8, false));
    }

    @Test
    void readsParagraphsWhereThereIsNoList() {
        EntryVersion entry = learned("""
                ## Lessons learned

                Feature flags need an owner and
                an end date.

                **Workflow:** Ask before merging.

                *written in a hurry*

                Nothing else this time.

                ## What I learned

                Here is what stuck

                - Keep the flag list short

                Perhaps.

                ### More

                Some words before the parts.

                #### Tools
                Use `git bisect run` with the failing test.
                """);
        assertThat(entry.insights()).extracting(Insight::line, Insight::text, Insight::category).containsExactly(
                tuple(3, "Feature flags need an owner and an end date.", ""), tuple(6, "Ask before merging.", "workflow"),
                tuple(16, "Keep the flag list short", ""), tuple(25, "Use `git bisect run` with the failing test.", "tool_usage"));
        assertThat(entry.remarks()).extracting(Remark::line, Remark::unread).containsExactly(tuple(8, false),
                tuple(10, false), tuple(14, false), tuple(18, true), tuple(22, false));
    }

    @Test
    void readsATableByItsCategoriesWhereNoColumnIsNamedForLearnings() {
        EntryVersion entry = learned("""
                ## Learnings
                | Area | What to do | By |
                |---|---|---|
                | Workflow | Rehearse the rollback before the release | Ann |
                | Tools | Ask `kubectl diff` before applying anything | Bob |

                | Area | Number |
                |---|---|
                | Workflow | 3 |
                """);
        assertThat(entry.insights()).extracting(Insight::text, Insight::category).containsExactly(
                tuple("Rehearse the rollback before the release", "workflow"),
                tuple("Ask `kubectl diff` before applying anything", "tool_usage"));
        assertThat(entry.remarks()).extracting(Remark::line, Remark::unread).containsExactly(tuple(7, true));
    }

    @Test
    void leavesFindingsNobodyActedOn() {
        SectionsExtractor findings = new SectionsExtractor();
        findings.setName("findings");
        findings.setHeadings("Review");
        findings.setUnless("accepted, won't fix");
        findings.setProse(false);
        findings.setCategory("Workflow");
        EntryVersion entry = findings.extract(Entries.of("""
                ## Review

                The reviewer was kind.

                ### Major (fixed)
                1. No test for the retry. Added one.

                ### Minor (won't fix)
                - A long name

                ### Rest

                Two issues accepted as risk:

                - A slow test
                """));
        assertThat(entry.insights()).extracting(Insight::text, Insight::category, Insight::extractor)
                .containsExactly(tuple("No test for the retry. Added one.", "workflow", "findings"));
        assertThat(entry.remarks()).extracting(Remark::line).containsExactly(3, 9, 13, 15);
    }

    @Test
    void ofAJapaneseItemItsLengthTellsWhetherItIsALabel() {
        assertThat(Entries.texts(learned("""
                ## Lessons learned
                - 移行：
                  - 索引を落とす前にバックアップを取る。
                - 設定
                  - タイムアウトは必ず呼び出し側で決める。
                - スキーマの変更はデプロイと別のリリースにする。
                  - 片方だけを戻せるようにするためである。
                """))).containsExactly("索引を落とす前にバックアップを取る。", "タイムアウトは必ず呼び出し側で決める。",
                "スキーマの変更はデプロイと別のリリースにする。", "片方だけを戻せるようにするためである。");
    }

    @Test
    void refusesABadPattern() {
        assertThatThrownBy(() -> new SectionsExtractor().setPatterns("ok\n(")).isInstanceOf(BuildlogException.class)
                .hasMessageContaining("'('");
    }

    private static EntryVersion learned(String text) {
        return new SectionsExtractor().extract(Entries.of(text));
    }
}
