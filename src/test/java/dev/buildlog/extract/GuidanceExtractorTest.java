package dev.buildlog.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.CandidateRule;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Insight;
import dev.buildlog.model.SourceReading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuidanceExtractorTest extends ExtractorContract {

    @Override
    Extractor extractor() {
        return new GuidanceExtractor();
    }

    private static SourceReading read(String text) {
        return new DetailsReader().read(new GuidanceExtractor().extract(Entries.of(text)));
    }

    private static List<String> rules(String text) {
        return read(text).candidates().stream().map(CandidateRule::insight).map(Insight::text).toList();
    }

    @Test
    void itemsUnderAnyHeadingAreRulesAndLabelledSubItemsSayMore() {
        SourceReading reading = read("""
                # API guide

                ## Lists

                - Bound every list endpoint
                  - **Context:** Any endpoint returning a collection
                  - Avoid: Returning the whole table
                  - Why: Unbounded reads take the service down
                  - Severity: major
                  - Tags: API, paging
                """);
        assertThat(reading.candidates()).singleElement().satisfies(rule -> {
            assertThat(rule.insight().text()).isEqualTo("Bound every list endpoint");
            assertThat(rule.insight().line()).isEqualTo(5);
            assertThat(rule.insight().section()).isEqualTo("API guide > Lists");
            assertThat(rule.details().context()).isEqualTo("Any endpoint returning a collection");
            assertThat(rule.details().antipattern()).isEqualTo("Returning the whole table");
            assertThat(rule.details().rationale()).isEqualTo("Unbounded reads take the service down");
            assertThat(rule.details().severity()).isEqualTo("major");
            assertThat(rule.tags()).containsExactly("api", "paging");
            assertThat(rule.confidence()).isEqualTo(1);
        });
    }

    @Test
    void labelsMayFollowInTheItemItself() {
        SourceReading reading = read("""
                1. Retry with jitter.
                   **When:** calling other services
                   **Why:** herds
                   come back together

                   Don't: loop without a pause
                """);
        assertThat(reading.candidates()).singleElement().satisfies(rule -> {
            assertThat(rule.insight().text()).isEqualTo("Retry with jitter.");
            assertThat(rule.details().context()).isEqualTo("calling other services");
            assertThat(rule.details().rationale()).isEqualTo("herds come back together");
            assertThat(rule.details().antipattern()).isEqualTo("loop without a pause");
        });
    }

    @Test
    void aHeadingIsTheRuleWhereLabelsBelowDescribeIt() {
        SourceReading reading = read("""
                ## Close every stream

                **Context:** Code that opens files

                **Antipattern:** Waiting for the collector

                **Rationale:** Handles run out

                ## Log in UTC
                - Context: all services
                - Why: comparing logs
                """);
        assertThat(reading.candidates()).extracting(rule -> rule.insight().text())
                .containsExactly("Close every stream", "Log in UTC");
        assertThat(reading.candidates()).extracting(rule -> rule.details().rationale())
                .containsExactly("Handles run out", "comparing logs");
        assertThat(reading.candidates().get(0).insight().quote()).isEqualTo("## Close every stream");
        assertThat(reading.candidates().get(1).insight().line()).isEqualTo(9);
    }

    @Test
    void severalLabelledRulesInOneSectionKeepWhatIsSaidOfEach() {
        SourceReading reading = read("""
                ## Streams

                **Rule:** Close every stream

                **Why:** Handles run out

                **Rule:** Buffer every stream

                **Why:** System calls are slow
                """);
        assertThat(reading.candidates()).extracting(rule -> rule.insight().text() + ": " + rule.details().rationale())
                .containsExactly("Close every stream: Handles run out", "Buffer every stream: System calls are slow");
    }

    @Test
    void rowsOfATableAreRules() {
        SourceReading reading = read("""
                | Rule | When | Avoid | Why |
                |---|---|---|---|
                | Pin versions | In CI | `latest` | Builds differ |
                | | In CI | x | y |

                | Name | Age |
                |---|---|
                | Ann | 7 |
                """);
        assertThat(reading.candidates()).singleElement().satisfies(rule -> {
            assertThat(rule.insight().text()).isEqualTo("Pin versions");
            assertThat(rule.details().antipattern()).isEqualTo("`latest`");
            assertThat(rule.details().rationale()).isEqualTo("Builds differ");
        });
        assertThat(reading.source().remarks()).extracting("reason")
                .contains("A row without a rule.", "A table without a column called Rule, Guideline or the like.");
    }

    @Test
    void groupsAreLabelsAndExplanationsAreLeft() {
        SourceReading reading = read("""
                - Input validation
                  - Check lengths at the edge
                  - Check types at the edge
                - Escape what you print into a page
                  - for example with the template engine
                - Secrets:
                  - Keep secrets out of logs
                - Do: Rotate keys
                - Don't: share keys
                """);
        assertThat(reading.candidates()).extracting(rule -> rule.insight().text()).containsExactly(
                "Check lengths at the edge", "Check types at the edge", "Escape what you print into a page",
                "Keep secrets out of logs", "Rotate keys", "Don't: share keys");
        assertThat(reading.source().remarks()).extracting("line").containsExactly(1, 5, 6);
    }

    @Test
    void whatIsNoRuleIsLeftWithAReason() {
        EntryVersion source = new GuidanceExtractor().extract(Entries.of("""
                ## Contents
                - Rules about streams

                ## Rules
                - [Streams](#streams)
                - TODO
                - Close streams

                Prose about streams.

                ```
                - no rule
                ```

                ## References
                - A book about streams
                """));
        assertThat(source.insights()).extracting(Insight::text).containsExactly("Close streams");
        assertThat(source.remarks()).extracting("line").contains(2, 5, 6, 9, 16);
    }

    @Test
    void placeholdersSayNothing() {
        assertThat(read("""
                - Close streams
                  - Why: TODO
                  - Avoid: [describe it]
                  - Context: not specified
                """).candidates().get(0).details()).satisfies(details -> {
                    assertThat(details.rationale()).isEmpty();
                    assertThat(details.antipattern()).isEmpty();
                    assertThat(details.context()).isEmpty();
                });
    }

    @Test
    void headingsAreTheContextUnlessTurnedOff() {
        EntryVersion source = new GuidanceExtractor().extract(Entries.of("# Guide\n\n## Streams\n\n- Close streams\n"));
        assertThat(new DetailsReader().read(source).candidates().get(0).details().context()).isEqualTo("Guide > Streams");
        DetailsReader strict = new DetailsReader();
        strict.setHeadings(false);
        assertThat(strict.read(source).candidates().get(0).details().context()).isEmpty();
    }

    @Test
    void extractorsAreBelievedAsFarAsTheTeamSays() {
        PatternExtractor pattern = new PatternExtractor();
        pattern.setPattern("(Services MUST .*)");
        EntryVersion source = pattern.extract(Entries.of("Services MUST log in UTC\n"));
        DetailsReader details = new DetailsReader();
        details.setConfidences("pattern=0.7");
        assertThat(details.read(source).candidates().get(0).confidence()).isEqualTo(0.7);
        assertThatThrownBy(() -> details.setConfidences("pattern=7")).isInstanceOf(BuildlogException.class)
                .hasMessageContaining("pattern=7");
    }

    @Test
    void labelsOfOtherLanguagesAreSet() {
        GuidanceExtractor guidance = new GuidanceExtractor();
        guidance.setRules("Regel");
        DetailsReader details = new DetailsReader();
        details.setRules("Regel");
        details.setRationale("Warum");
        SourceReading reading = details.read(guidance.extract(Entries.of("**Regel:** Ströme schließen\n\n**Warum:** Griffe\n")));
        assertThat(reading.candidates().get(0).insight().text()).isEqualTo("Ströme schließen");
        assertThat(reading.candidates().get(0).details().rationale()).isEqualTo("Griffe");
    }

    @Test
    void nothingIsFoundInNothing() {
        assertThat(rules("")).isEmpty();
        assertThat(rules("-\n- \n\n| Rule |\n|---|\n")).isEmpty();
        assertThat(rules("- ".repeat(500) + "deep")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"- Close `x` at *once*\n", "- Why: x\n", "**Why:** x\n\n", "# H\n\n**Why:** x\n\n", "| Rule |\n",
        "- Avoid:\n  - x\n", "Why:\n", "**Rule:**\n\n"})
    void longSourcesTakeTimeInProportion(String unit) {
        assertThat(read(unit.repeat(100_000 / unit.length())).candidates()).allSatisfy(
                rule -> assertThat(rule.insight().text()).isNotBlank());
    }
}
