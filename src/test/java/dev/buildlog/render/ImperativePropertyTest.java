package dev.buildlog.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.model.Level;
import java.util.Locale;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ImperativePropertyTest {

    /** Whatever the text, it forbids as often as before. */
    @Property(tries = 200)
    void neverLosesANegation(@ForAll("sentences") String text, @ForAll Level level) {
        String result = Imperative.of(text, level).toLowerCase(Locale.ROOT);

        assertThat(negations(result)).as("%s: %s", level, result).isEqualTo(negations(text));
    }

    @Provide
    Arbitrary<String> sentences() {
        return Arbitraries.of("use", "we should", "not", "never", "don't", "avoid", "stop", "globals", "you shouldn't",
                "over",
                "run", "always", "rather than", "tests", "is", "it's better to", ",").list().ofMinSize(1).ofMaxSize(5)
                .map(words -> String.join(" ", words));
    }

    /** Number of words that turn a meaning round; "never use" counts as "shouldn't use", "stop" like "avoid". */
    private static long negations(String text) {
        return Pattern.compile("\\b(?:not|never|avoid|stop)\\b|n't\\b").matcher(text).results().count();
    }
}
