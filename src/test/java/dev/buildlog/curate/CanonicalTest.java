package dev.buildlog.curate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CanonicalTest {

    private static final String TELLING = "Close the cursor in a finally block, Oracle runs out after 300 open cursors";

    @Test
    void theVaguestDoesNotWin() {
        assertThat(Canonical.of(List.of("Close the cursor", TELLING, "Close the cursor in a finally block"))).isEqualTo(TELLING);
    }

    @Test
    void theRamblingDoesNotWin() {
        String rambling = TELLING + " and then Anna had to restart the batch on the old machine in the cellar, which took the whole"
                + " evening, the pizza was cold by then, and nobody wanted to look at the logs of the second node any more";
        assertThat(Canonical.of(List.of(rambling, TELLING, "Close the cursor in a finally block"))).isEqualTo(TELLING);
    }

    @Test
    void theOneWithoutHedgesAndSlipsWins() {
        assertThat(Canonical.of(List.of("Maybe pin the linter version in CI somehow", "Pin the linter version in CI")))
                .isEqualTo("Pin the linter version in CI");
        assertThat(Canonical.of(List.of("Pin the lniter version in CI", "Pin the linter version in every pipeline",
                "Always pin the linter version in CI"))).isEqualTo("Always pin the linter version in CI");
    }

    @Test
    void whatManySayWinsOverWhatOneSays() {
        assertThat(Canonical.of(List.of("Warm the cache up before noon", "Warm the product cache up before a deploy",
                "Warm the cache up before each deploy", "Before a deploy warm the product cache")))
                .isEqualTo("Warm the product cache up before a deploy");
    }

    @Test
    void whatNobodyWouldBeShownIsTheLastChoice() {
        assertThat(Canonical.of(List.of("Rotate the signing key every\u200B quarter with Vault", "Rotate the key")))
                .isEqualTo("Rotate the key");
    }

    @Test
    void ofEquallyGoodOnesTheFirst() {
        assertThat(Canonical.of(List.of("Run the tests, then push", "Push, then run the tests"))).isEqualTo("Run the tests, then push");
        assertThat(Canonical.of(List.of("...", "!"))).isEqualTo("...");
    }

    /** Where no two are equally good, the order in which they are weighed makes no difference. */
    @Property(tries = 100)
    void theOrderDoesNotMatter(@ForAll Random random) {
        List<String> texts = new ArrayList<>(List.of("Close the cursor", TELLING, "Close the cursor in a finally block, please"));
        String chosen = Canonical.of(texts);
        Collections.shuffle(texts, random);
        assertThat(Canonical.of(texts)).isEqualTo(chosen);
    }
}
