package dev.buildlog.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Holder;
import dev.buildlog.model.Insight;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotedClaimsTest {

    private static EntryVersion entry(String text) {
        return EntryVersion.of("p", Holder.SUBMISSION, "submitted/a", LocalDate.of(2026, 3, 1), "h", text, Instant.EPOCH);
    }

    private static List<Insight> claimed(EntryVersion entry, String text, String quote) {
        QuotedClaims claims = new QuotedClaims(entry, "reader");
        claims.add(new QuotedClaims.Claim(text, "", quote, null));
        return claims.added().insights();
    }

    @Test
    void aQuoteIsFoundWhereverItsLinesBreak() {
        String text = "# A\r\n\r\n> Rotate the keys\r\n> every *ninety* days, or\r\n> the audit fails.\r\n";
        for (String quote : List.of("Rotate the keys every *ninety* days", "Rotate  the\nkeys every ninety days",
                "> Rotate the keys\n> every *ninety* days")) {
            assertThat(claimed(entry(text), "Rotate the keys", quote)).as(quote).singleElement()
                    .satisfies(insight -> assertThat(insight.line()).isEqualTo(3));
        }
    }

    @Test
    void notInCodeCommentsHeadingsOrAcrossBlocks() {
        String text = """
                # Rotate the keys every day

                Some text. <!-- Rotate the keys every week --> More of it.

                    Rotate the keys every month

                - Rotate the keys
                - every year and a day
                """;
        for (String quote : List.of("Rotate the keys every day", "Rotate the keys every week", "Rotate the keys every month",
                "Rotate the keys every year and a day", "Rotate the keys - every year", "the keys")) {
            assertThat(claimed(entry(text), "Rotate the keys", quote)).as(quote).isEmpty();
        }
    }

    @Test
    void whatIsTakenAlreadyIsNotTakenAgain() {
        EntryVersion read = new ImprovementsExtractor().extract(entry("""
                ## Improvements

                - **Rotate** the keys
                  every ninety days
                """));
        assertThat(claimed(read, "Rotate all keys", "Rotate the keys every ninety")).isEqualTo(read.insights());
        QuotedClaims twice = new QuotedClaims(entry("Rotate the keys every ninety days."), "reader");
        for (int i = 0; i < 2; i++) {
            twice.add(new QuotedClaims.Claim("Rotate the keys", "", "Rotate the keys every ninety days", null));
        }
        assertThat(twice.added().insights()).hasSize(1);
    }

    @Test
    void twoSentencesOfOneParagraphAreTwoLearnings() {
        QuotedClaims claims = new QuotedClaims(entry("Rotate the keys often. Write the date on them."), "reader");
        claims.add(new QuotedClaims.Claim("Rotate keys", "", "Rotate the keys often.", null));
        claims.add(new QuotedClaims.Claim("Date keys", "", "Write the date on them.", null));
        assertThat(claims.added().insights()).extracting(Insight::text).containsExactly("Rotate keys", "Date keys");
    }
}
