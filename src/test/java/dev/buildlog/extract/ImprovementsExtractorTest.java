package dev.buildlog.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Insight;
import dev.buildlog.model.Remark;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImprovementsExtractorTest extends ExtractorContract {

    @Override
    Extractor extractor() {
        return new ImprovementsExtractor();
    }

    /** The example of the documentation: where an insight stood, word for word. */
    @Test
    void saysWhereAnInsightStood() {
        EntryVersion entry = extract("""
                # Build Journal: Queues

                ## Improvements

                ### Tool Usage

                - Use *one* [broker](https://example.com)
                  for `orders` 🚀
                """);
        assertThat(entry.insights()).containsExactly(new Insight("Use one broker for `orders`", "tool_usage", 7,
                "Build Journal: Queues > Improvements > Tool Usage",
                "Use *one* [broker](https://example.com)\n  for `orders` 🚀", "improvements", null));
    }

    @Test
    void readsEveryListMarker() {
        assertTexts("""
                ## Improvements
                - dash
                * star
                + plus

                1. one
                2) two
                - [ ] open
                - [x] done, see [#12]
                - [guide](http://x)
                """, "dash", "star", "plus", "one", "two", "open", "done, see [#12]", "guide");
    }

    @Test
    void joinsWrappedAndFurtherParagraphsAndSkipsCode() {
        assertTexts("""
                ## Improvements
                - Run it
                  twice

                  ```sh
                  # comment
                  - not a rule
                  ```

                  and then again
                - After
                """, "Run it twice and then again", "After");
    }

    @Test
    void neverReadsFencesCommentsOrIndentedCode() {
        assertTexts("""
                ## Improvements
                ```
                # comment
                - fenced
                ```
                <!--
                - hidden
                -->

                    - indented

                - kept <!-- hidden --> here
                <!-- - hidden too -->
                """, "kept here");
    }

    @Test
    void takesTheCategoryFromHeadingOrBoldLead() {
        EntryVersion entry = extract("""
                ## Improvements:
                - none yet given
                ### Workflow:
                - a rule
                #### Deeper
                - below it
                ### 🛠️ tool_usage
                - **Domain Knowledge**: fact
                - **Architectural:** shape
                - **Other**: thing
                ### Docker
                - in a box
                ### Workflow
                - a second list
                """);
        assertThat(entry.insights()).extracting(Insight::text, Insight::category).containsExactly(
                tuple("none yet given", ""), tuple("a rule", "workflow"), tuple("below it", "workflow"),
                tuple("fact", "domain_knowledge"), tuple("shape", "architectural"), tuple("Other: thing", "tool_usage"),
                tuple("in a box", ""), tuple("a second list", "workflow"));
        assertThat(entry.insights().get(6).section()).isEqualTo("Improvements: > Docker");
    }

    @Test
    void acceptsHeadingsAsPeopleWriteThem() {
        for (String heading : List.of("## improvements", "# IMPROVEMENTS:", "### 🚀 Improvements (v2)",
                "## **Improvements**", "Improvements\n---", "## 7. Improvements ##")) {
            assertTexts("intro\n\n" + heading + "\n- x\n", "x");
        }
        assertTexts("## Improvements and more\n- x\n## To Improvements\n- y\n");
    }

    @Test
    void readsEverySectionAndStopsAtTheNextHeading() {
        assertTexts("""
                ## Improvements
                - x
                ---
                - y
                ## Files Changed
                - z
                ## Improvements
                - again
                ### What's Left
                - [ ] plan
                """, "x", "y", "again");
    }

    @Test
    void aRuleUnderAParagraphDoesNotEndTheSection() {
        assertTexts("""
                ## Improvements
                *Things to carry over.*
                ---
                ### Workflow
                [Say how]
                -
                - x
                """, "x");
    }

    @Test
    void tellsLabelsFromRules() {
        assertTexts("""
                ## Improvements
                - Releases:
                  - Tag before you build
                - terraform
                  - Pin every provider version
                - Feature flags
                  - Remove a flag in the sprint after its launch
                - **Workflow**
                  - ask early
                - Keep handlers small and dull
                  - they are read at night
                - Write tests with every change
                  - Name them after the behaviour
                """, "Tag before you build", "Pin every provider version",
                "Remove a flag in the sprint after its launch", "ask early", "Keep handlers small and dull",
                "Write tests with every change", "Name them after the behaviour");
    }

    @Test
    void readsItemsUnderAnItemWithoutVisibleText() {
        assertTexts("## Improvements\n- <!-- hidden -->\n  - Shown\n", "Shown");
    }

    @Test
    void leavesPlaceholdersAndSaysWhy() {
        EntryVersion entry = extract("""
                ## Improvements
                [What to write here]
                - [e.g., "Split it"]
                - e.g., nothing
                - TODO
                - ...
                - [ ]
                -
                - [a] and [b]
                - ~~Split it~~
                - https://example.com/a

                Plain words
                """);
        assertThat(Entries.texts(entry)).containsExactly("[a] and [b]");
        assertThat(entry.remarks()).extracting(Remark::line).containsExactly(2, 3, 4, 5, 6, 7, 8, 10, 11, 13);
    }

    @Test
    void readsTablesWithALearningColumn() {
        EntryVersion entry = extract("""
                ## Improvements
                | Category | Learning |
                |---|---|
                | Workflow | Ask *early* |
                | Odd | Log `a` |

                | Metric | Value |
                |---|---|
                | p99 | 3 |
                """);
        assertThat(entry.insights()).extracting(Insight::text, Insight::category, Insight::line, Insight::quote)
                .containsExactly(tuple("Ask early", "workflow", 4, "Ask *early*"), tuple("Log `a`", "", 5, "Log `a`"));
        assertThat(entry.remarks()).extracting(Remark::line).containsExactly(7);
    }

    @Test
    void showsOnlyWhatAReaderSees() {
        assertTexts("## Improvements\n"
                + "- 💡 a\u200Bb\u202E c &amp; d<br>e <b>f</b> \u00A0 g\uDB40\uDC41 ✅\n"
                + "- ``x ` y`` ![alt](i.png) \\*star\\* ___all___\n", "ab c & d e f g", "``x ` y`` alt *star* all");
    }

    @Test
    void knowsATitleFromATemplate() {
        assertThat(extract("---\ntags: [a]\n# note\n---\n# 📱 Build Journal: Sync\n").title()).isEqualTo("Sync");
        assertThat(extract("# Build Journal: [TITLE]\n**Date:** x").title()).isEmpty();
        assertThat(extract("# Build Journal:\n**Date:** x").title()).isEmpty();
        assertThat(extract("---\n\n# Plain\n").title()).isEqualTo("Plain");
    }

    @Test
    void readsOtherHeadingsWhenToldTo() {
        ImprovementsExtractor extractor = new ImprovementsExtractor();
        extractor.setHeadings("Tooling, Verbesserungen");
        extractor.setName("team");
        EntryVersion entry =
                extractor.extract(Entries.of("## Verbesserungen\n- Früher fragen\n## Improvements\n- no\n"));
        assertThat(entry.insights()).extracting(Insight::text, Insight::extractor)
                .containsExactly(tuple("Früher fragen", "team"));
    }

    private EntryVersion extract(String text) {
        return extractor().extract(Entries.of(text));
    }

    private void assertTexts(String text, String... expected) {
        assertThat(Entries.texts(extract(text))).as(text).containsExactly(expected);
    }

}
