package dev.buildlog.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.model.BuildlogException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ForgottenTest {

    @Test
    void aTextGoesHoweverItIsBrokenAndMarked() {
        Forgotten forgotten = of("Ann Example, Main Street 5");
        assertThat(forgotten.erase("Ask **Ann\n  Example**, main street 5, first"))
                .isEqualTo("Ask **[FORGOTTEN]\n, first");
        assertThat(forgotten.erase("Ann Example lives elsewhere")).isEqualTo("Ann Example lives elsewhere");
        assertThat(Forgotten.isNothing(forgotten.erase("Ann Example, Main Street 5."))).isTrue();
        assertThatThrownBy(() -> of("a-b")).isInstanceOf(BuildlogException.class).hasMessageContaining("too short");
    }

    @Property(tries = 300)
    void noSurroundingsHideIt(@ForAll @StringLength(max = 40) String before, @ForAll @StringLength(min = 4, max = 30) @AlphaChars
            String secret, @ForAll @StringLength(max = 40) String after) {
        String erased = of(secret).erase(before + secret + after);
        assertThat(erased.replace(Forgotten.MARK, "\n")).doesNotContain(secret);
        assertThat(of(secret).erase(erased.replace(Forgotten.MARK, "\n"))).doesNotContain(secret);
        assertThat(erased.lines().count()).isGreaterThanOrEqualTo((before + secret + after).lines().count() - 1);
    }

    private static Forgotten of(String text) {
        return new Forgotten(List.of(Forgotten.tombstone(text, "salt")));
    }
}
