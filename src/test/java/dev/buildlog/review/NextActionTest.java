package dev.buildlog.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.model.Finding;
import dev.buildlog.model.RefusedException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NextActionTest {

    @Test
    void theWorstDecides() {
        assertThat(NextAction.after(List.of("minor", "critical"), StopLevel.MINORS, false)).isEqualTo("fix_criticals");
        assertThat(NextAction.after(List.of("minor", "major"), StopLevel.MINORS, false)).isEqualTo("checkpoint_majors");
        assertThat(NextAction.after(List.of("nitpick"), StopLevel.MINORS, false)).isEqualTo("checkpoint_minors");
        assertThat(NextAction.after(List.of(), StopLevel.MINORS, false)).isEqualTo("clean");
    }

    @Test
    void atTheLastReviewAPersonIsAsked() {
        assertThat(NextAction.after(List.of("critical"), StopLevel.CRITICALS, true)).isEqualTo("checkpoint_majors");
        assertThat(NextAction.after(List.of("major"), StopLevel.CRITICALS, true)).isEqualTo("clean");
    }

    @Property(tries = 1_000)
    void onlyWhatLiesBelowTheStopLevelIsClean(@ForAll("severities") List<String> severities, @ForAll StopLevel level,
            @ForAll boolean last) {
        assertThat(NextAction.after(severities, level, last).equals("clean"))
                .isEqualTo(severities.stream().noneMatch(level::counts));
    }

    @Provide
    Arbitrary<List<String>> severities() {
        return Arbitraries.of(Finding.SEVERITIES).list().ofMaxSize(5);
    }

    @Property(tries = 1_000)
    void whatIsNoSeverityIsNeverTakenForOne(@ForAll String given) {
        String word = given.strip().toLowerCase(java.util.Locale.ROOT);
        if (!word.isEmpty() && !Finding.SEVERITIES.contains(word)) {
            assertThatThrownBy(() -> Severity.of(given)).isInstanceOf(RefusedException.class);
        } else {
            assertThat(Finding.SEVERITIES).contains(Severity.of(given));
        }
    }
}
