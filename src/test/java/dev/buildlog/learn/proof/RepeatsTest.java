package dev.buildlog.learn.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.buildlog.learn.proof.Repeats.Match;
import dev.buildlog.learn.proof.Repeats.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatsTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "missing null check, [src/a.java:10] missing null check in the parser when input is empty, 0.67",
        "the loop reads past the end at line 42, the loop reads past the end at line 99, 1.00",
        "the loop reads past the end at line 42, The loop reads past the end (line 7), 1.00",
        "src/Pay.java:12: amount parsed twice, amount parsed twice in lib/Tax.java, 1.00",
        "Unchecked map lookup, unchecked MAP lookups!, 1.00",
        "Retries without a limit, Password written to the log, 0.00"
    })
    void likenessIsSymmetricAndKnowsNoPlaces(String one, String other, double expected) {
        assertThat(Repeats.likeness(one, other)).isCloseTo(expected, within(0.005));
        assertThat(Repeats.likeness(other, one)).isEqualTo(Repeats.likeness(one, other));
    }

    @Test
    void theLikestEarlierOneOfTheClassInTheWindowAndAnotherSession() {
        Told first = told("a", "null", "Unchecked map lookup in the parser", "s1", "", 1);
        Told like = told("b", "null", "Unchecked map lookup", "s2", "", 2);
        Told same = told("c", "null", "Unchecked map lookup", "s3", "", 3);
        Told again = told("d", "null", "Unchecked map lookup", "s3", "", 4);
        Told elsewhere = told("e", "other", "Unchecked map lookup", "s4", "", 5);
        Told late = told("f", "null", "Unchecked map lookup", "s5", "", 200);
        assertThat(Repeats.USUAL.among(List.of(first, like, same, again, elsewhere, late))).isEqualTo(Map.of(
                "b", new Match("a", 6.0 / 7), "c", new Match("b", 1), "d", new Match("b", 1)));
        assertThat(new Repeats(Duration.ZERO, 0.9).among(List.of(first, like, late))).isEqualTo(Map.of("f", new Match("b", 1)));
    }

    @Test
    void whatOneReviewTellsTwiceIsNoRepeat() {
        assertThat(Repeats.USUAL.among(List.of(told("a", "x", "Pays twice", "", "v1", 1),
                told("b", "x", "Pays twice", "", "v1", 2),
                told("c", "x", "Pays twice", "", "v2", 3)))).containsOnlyKeys("c");
        assertThat(Repeats.USUAL.among(List.of(told("a", "x", "Pays twice", "", "", 1), told("b", "x", "Pays twice", "", "", 2))))
                .containsOnlyKeys("b");
    }

    @Property(tries = 100, seed = "1")
    void theOrderDoesNotMatter(@ForAll @Size(min = 2, max = 12) List<@IntRange(max = 5) Integer> kinds,
            @ForAll Random random) {
        List<Told> all = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            all.add(told("m" + i, "x", "word" + kinds.get(i) + " again", "s" + i % 3, "", i / 2));
        }
        List<Told> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        Map<String, Match> repeats = Repeats.USUAL.among(all);
        assertThat(Repeats.USUAL.among(shuffled)).isEqualTo(repeats);
        assertThat(all).allSatisfy(one ->
                assertThat(Repeats.USUAL.of(one, shuffled).orElse(null)).isEqualTo(repeats.get(one.id())));
    }

    @Test
    void refusesWhatNoMatcherIs() {
        assertThatThrownBy(() -> new Repeats(Duration.ofDays(-1), 0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Repeats(Duration.ZERO, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Told told(String id, String kind, String description, String session, String review, int day) {
        return new Told(id, kind, description, session, review, BEGIN.plus(Duration.ofDays(day)));
    }
}
