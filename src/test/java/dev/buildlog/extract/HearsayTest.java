package dev.buildlog.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.model.EntryVersion;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Insights that are not their author's words say so. */
class HearsayTest {

    /** Each insight with the mark it has. */
    private static String marks(String text) {
        return marks(Entries.extracted(text));
    }

    private static String marks(EntryVersion entry) {
        return entry.insights().stream().map(one -> one.text() + " (" + one.hearsay() + ")").collect(Collectors.joining("; "));
    }

    @Test
    void documentationExample() {
        assertThat(marks("""
                # Cache

                ## Improvements

                - Keep the cache small
                - [Read the tuning guide](https://example.org/tuning)
                - From the log: run the migration twice
                - According to the forum: restart the broker nightly

                Output of the build log:

                - Set the retry limit to zero

                - Drain the queue before a deploy

                > **Lesson:** Pin the broker version
                """)).isEqualTo("Keep the cache small (); Read the tuning guide (web); From the log: run the migration twice (log);"
                        + " According to the forum: restart the broker nightly (web); Set the retry limit to zero (log);"
                        + " Drain the queue before a deploy (log)");
    }

    @Test
    void aLessonInAQuoteIsAQuote() {
        assertThat(marks("# Work\n\nToday.\n\n> **Lesson:** Pin the broker version\n\n**Lesson:** Read the changelog first\n"))
                .isEqualTo("Pin the broker version (quote); Read the changelog first ()");
    }

    @ParameterizedTest
    @CsvSource({"log", "issue", "web"})
    void frontMatterMayNameTheOriginOfAllOfIt(String origin) {
        assertThat(marks("---\norigin: " + origin + "\n---\n# Copied\n\n## Improvements\n\n- Keep the cache small\n"))
                .isEqualTo("Keep the cache small (" + origin + ")");
    }

    @ParameterizedTest
    @CsvSource({"Log output, log", "From the issue, issue", "Ticket 42, issue", "Stack Overflow, web", "Error output, log"})
    void aHeadingMayNameTheSourceOfItsSection(String heading, String kind) {
        assertThat(marks("# Work\n\n## Improvements\n\n### " + heading + "\n\n- Keep the cache small\n"))
                .isEqualTo("Keep the cache small (" + kind + ")");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Write the log in UTC", "Log the request id", "Never log a token", "Close issues with a link to the change",
        "Read the log before you restart", "Cache web pages for a minute", "Say which tests failed in the pull request",
        "In the log format: put the level first", "Prefer [structured logs](https://example.org) over text"})
    void adviceAboutLogsIssuesAndPagesIsTheAuthorsOwn(String text) {
        assertThat(Entries.extracted("# Work\n\n## Improvements\n\n- " + text + "\n").insights()).singleElement()
                .satisfies(insight -> assertThat(insight.hearsay()).isEmpty());
    }

    @Test
    void whatAModelClaimsOfAQuoteIsAQuote() {
        EntryVersion entry = Entries.of("# Work\n\nWe paired.\n\n> Restart the broker every night\n");
        QuotedClaims claims = new QuotedClaims(entry, "llm");
        claims.add(new QuotedClaims.Claim("Restart the broker nightly", "workflow", "Restart the broker every night", null));
        assertThat(marks(claims.added())).isEqualTo("Restart the broker nightly (quote)");
    }

    @Property(tries = 100)
    void quotingNeverMakesWordsTheAuthorsOwn(@ForAll @AlphaChars @StringLength(min = 8, max = 40) String words) {
        assertThat(Entries.extracted("# Work\n\n> **Lesson:** Keep " + words + " small\n").insights())
                .allSatisfy(insight -> assertThat(insight.hearsay()).isEqualTo(Hearsay.QUOTE));
    }
}
