package dev.buildlog.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.model.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImperativeTest {

    /** Vectors 64 to 77 of the reference, the wrong ones with a sound result. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "you shouldn't use mutable defaults | HIGH | Never use mutable defaults",
        "you should not use eval | MEDIUM | Avoid using eval",
        "use TypeScript over JavaScript | MEDIUM | Prefer using TypeScript over JavaScript",
        "Use dependency injection | MEDIUM | Prefer to use dependency injection",
        "Use dependency injection | LOW | Consider: Use dependency injection",
        "We should never commit secrets | HIGH | Never commit secrets",
        "Store tokens rather than passwords | MEDIUM | Prefer storing tokens rather than passwords",
        "It's better to cache results | MEDIUM | Prefer to cache results",
        "stop using print debugging | HIGH | Stop using print debugging",
        "we should avoid global state | HIGH | Avoid global state",
        "Secrets should never be logged | HIGH | Secrets should never be logged",
        "API keys belong in a vault | HIGH | API keys belong in a vault",
        "don’t use eval | HIGH | Don’t use eval",
        "considering caching early pays off | HIGH | Considering caching early pays off"
    })
    void keepsTheMeaningOfTheReference(String text, Level level, String expected) {
        assertThat(Imperative.of(text, level)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "Run tests before commit | HIGH | Always run tests before commit",
        "Use mypy in CI | MEDIUM | Prefer to use mypy in CI",
        "you shouldn't rely on order | MEDIUM | Do not rely on order",
        "You shouldn't never ask | HIGH | You shouldn't never ask",
        "Use X, never Y | HIGH | Use X, never Y",
        "Use of globals is discouraged | HIGH | Use of globals is discouraged",
        "Make targets should be phony | HIGH | Make targets should be phony",
        "Keep what is needed | HIGH | Always keep what is needed",
        "Use retries when the network is slow | HIGH | Always use retries when the network is slow",
        "Use caches sometimes | HIGH | Use caches sometimes",
        "GET requests stay safe | HIGH | GET requests stay safe",
        "iOS builds need a Mac | HIGH | iOS builds need a Mac",
        "useState goes first | HIGH | useState goes first",
        "preferences live in one file | HIGH | Preferences live in one file",
        "Spread logs all over the place | MEDIUM | Spread logs all over the place",
        "Send data over the wire in JSON | MEDIUM | Prefer to send data over the wire in JSON",
        "We should use HTTPS | HIGH | Always use HTTPS",
        "we should have used HTTPS | HIGH | We should have used HTTPS"
    })
    void prefixesOnlyWhatPlainlyIsAnInstruction(String text, Level level, String expected) {
        assertThat(Imperative.of(text, level)).isEqualTo(expected);
    }

    @Test
    void isEmptyForNothing() {
        assertThat(Imperative.of("  ", Level.HIGH)).isEmpty();
    }

    @Test
    void survivesALeadInWithNothingBehindIt() {
        assertThat(Imperative.of("you should", Level.HIGH)).isEqualTo("You should");
        assertThat(Imperative.of("shouldn't", Level.MEDIUM)).isEqualTo("Shouldn't");
    }
}
