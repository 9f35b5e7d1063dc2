package dev.buildlog.curate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.model.Candidates;
import dev.buildlog.model.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}]|<!--|-->");

    @ParameterizedTest
    @CsvSource({
        "200B, an invisible character", "202E, an invisible character", "2066, an invisible character",
        "E0041, an invisible character", "FEFF, an invisible character", "AD, an invisible character",
        "3164, an invisible character", "FE0F, an invisible character", "7, a control character", "1B, a control character",
        "A, a line break", "D, a line break", "2028, a line break", "85, a line break", "E000, a character without a meaning"
    })
    void stopsHiddenCharactersAndNamesThem(String hex, String what) {
        int character = Integer.parseInt(hex, 16);
        Candidates checked = check("Use " + Character.toString(character) + "tabs");
        assertThat(checked.rules()).isEmpty();
        assertThat(checked.stopped()).singleElement().satisfies(stopped -> assertThat(stopped.reason())
                .startsWith("has " + what)
                .contains(String.format("U+%04X", character))
                .doesNotContain(Character.toString(character)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a <!-- buildlog:end -->", "close --> it", "open <!-- it", "odd --!> end", "< ! -- x"})
    void stopsWhatLooksLikeAMarker(String text) {
        assertThat(check(text).stopped()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Use `a -> b` and x <- y", "Größe, 入力を検証する, Проверяй ввод", "Done ✅️ and 🚀", "if (a < b && c > d) --x"})
    void letsOrdinaryTextPass(String text) {
        assertThat(check(text).rules()).hasSize(1);
    }

    @Test
    void keepsTheOrderAndWhatWasStoppedBefore() {
        Rule good = Samples.rule("workflow", "Run tests", 1, LocalDate.EPOCH);
        Rule bad = Samples.rule("workflow", "Run\ttests", 1, LocalDate.EPOCH);
        Candidates once = new Gate().check(Samples.candidates(Instant.EPOCH, bad, good));
        Candidates twice = new Gate().check(once);
        assertThat(twice).isEqualTo(once);
        assertThat(twice.rules()).extracting(c -> c.rule()).containsExactly(good);
        assertThat(twice.stopped()).extracting(s -> s.rule()).containsExactly(bad);
    }

    @Provide
    Arbitrary<String> suspicious() {
        return Arbitraries.strings().all().ofMaxLength(6).flatMap(random -> Arbitraries.of(
                        "Use tabs", "<!--", "-->", "\u200b", "\u202e", "\n", "\u0000", "✅", "\ufe0f", random)
                .list().ofMaxSize(4).map(parts -> String.join("", parts)));
    }

    @Property(tries = 200)
    void whatPassesHidesNothing(@ForAll("suspicious") String text) {
        if (check(text).stopped().isEmpty()) {
            assertThat(UNSAFE.matcher(text).find()).isFalse();
        }
    }

    private static Candidates check(String text) {
        return new Gate().check(Samples.candidates(Instant.EPOCH, Samples.rule("workflow", text, 1, LocalDate.EPOCH)));
    }
}
