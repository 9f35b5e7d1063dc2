package dev.buildlog.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    @ParameterizedTest
    @CsvSource({"step, steps", "stpes, steps", "URI, uri", "paramters, parameters"})
    void findsTheNearest(String written, String meant) {
        assertThat(Suggestion.of(written, List.of("uri", "id", "steps", "parameters", "description"))).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"banana", "x", "description2000"})
    void keepsQuietWhereNothingIsNear(String written) {
        assertThat(Suggestion.of(written, List.of("uri", "steps", "parameters"))).isEmpty();
    }

    @Property(tries = 200)
    void distanceIsSymmetricAndZeroOnlyForEquals(
            @ForAll @AlphaChars @StringLength(max = 12) String a, @ForAll @AlphaChars @StringLength(max = 12) String b) {
        assertThat(Suggestion.distance(a, b, 20)).isEqualTo(Suggestion.distance(b, a, 20));
        assertThat(Suggestion.distance(a, b, 20) == 0).isEqualTo(a.equals(b));
    }

    @Property(tries = 200)
    void swappingTwoNeighboursIsOneStep(@ForAll @AlphaChars @StringLength(min = 2, max = 12) String a) {
        String swapped = a.substring(0, a.length() - 2) + a.charAt(a.length() - 1) + a.charAt(a.length() - 2);
        assertThat(Suggestion.distance(a, swapped, 5)).isLessThanOrEqualTo(1);
    }
}
