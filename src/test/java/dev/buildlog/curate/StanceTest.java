package dev.buildlog.curate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StanceTest {

    private static final List<String> WORDS = List.of("use", "never", "enable", "disable", "the", "cache", "gateway", "before",
            "after", "deploy", "Redis", "Postgres", "over", "30", "not", "increase", "reduce", "timeout", "worker", ",", "unless");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Never use eval | Use eval",
        "Enable the query cache on replicas | Disable the query cache on replicas",
        "Run the linter before the type checker | Run the linter after the type checker",
        "Prefer composition over inheritance | Prefer inheritance over composition",
        "Turn the build cache on in CI, it saves minutes | Don't turn the build cache on in CI: it hides missing dependencies",
        "Avoid feature branches | Use feature branches",
        "Nie am Freitag deployen | Am Freitag deployen"
    })
    void opposites(String a, String b) {
        assertOpposed(a, b, true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Never use eval | Avoid eval",
        "Don't enable the query cache on replicas | Disable the query cache on replicas",
        "Run the linter before the type checker | Run the type checker after the linter",
        "Never retry POST requests | Never retry PUT requests",
        "Never cache the price list in Redis | Cache the price list in Memcached",
        "Set the timeout to 30 seconds | Do not set the timeout to 60 seconds",
        "Never deploy on Friday | Deploy small changes as soon as the tests of the main branch pass",
        "Never log personal data | Log the id of the request",
        "Validate on the client | Validate on the server",
        "... | Never ..."
    })
    void noOpposites(String a, String b) {
        assertOpposed(a, b, false);
    }

    private static void assertOpposed(String a, String b, boolean opposed) {
        assertThat(Stance.of(a).opposes(Stance.of(b))).isEqualTo(opposed);
        assertThat(Stance.of(b).opposes(Stance.of(a))).isEqualTo(opposed);
    }

    @Property(tries = 2_000)
    void whatIsOpposedMeetsAndOppositionIsMutual(@ForAll Random random) {
        Stance one = Stance.of(text(random));
        Stance other = Stance.of(text(random));
        assertThat(one.opposes(other)).isEqualTo(other.opposes(one));
        if (one.opposes(other)) {
            assertThat(Collections.disjoint(one.blocks(), other.blocks())).isFalse();
        }
    }

    @Property(tries = 500)
    void nothingOpposesItself(@ForAll Random random) {
        String text = text(random);
        assertThat(Stance.of(text).opposes(Stance.of(text))).isFalse();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 2 + random.nextInt(5); i > 0; i--) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        return text.toString();
    }
}
