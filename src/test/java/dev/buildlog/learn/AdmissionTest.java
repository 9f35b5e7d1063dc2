package dev.buildlog.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Candidate;
import dev.buildlog.model.Candidates;
import dev.buildlog.model.Confidence;
import dev.buildlog.model.Level;
import dev.buildlog.model.PublishRequest;
import dev.buildlog.model.Rule;
import dev.buildlog.model.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionTest {

    private static final List<Candidate> OPEN = List.of(candidate("l", Level.LOW, Standing.OPEN),
            candidate("m", Level.MEDIUM, Standing.OPEN), candidate("h", Level.HIGH, Standing.OPEN));

    @ParameterizedTest
    @CsvSource({"off, ''", "high, h", "medium, mh", "low, lmh"})
    void letsThroughFromALevelUpAndKeepsTheOrder(String auto, String texts) {
        assertThat(admitted(auto, OPEN)).isEqualTo(texts);
    }

    @ParameterizedTest
    @CsvSource({"off", "high", "medium", "low"})
    void whatPersonsDecidedGoesBeforeConfidence(String auto) {
        assertThat(admitted(auto, List.of(candidate("promoted ", Level.LOW, Standing.PROMOTED),
                candidate("pinned ", Level.LOW, Standing.PINNED), candidate("rejected ", Level.HIGH, Standing.REJECTED),
                candidate("retired ", Level.HIGH, Standing.RETIRED)))).isEqualTo("promoted pinned ");
    }

    @ParameterizedTest
    @CsvSource({"off", "high", "medium", "low"})
    void whatNobodySaysInWordsOfTheirOwnNeedsAPerson(String auto) {
        assertThat(admitted(auto, List.of(candidate("heard ", Level.HIGH, Standing.OPEN).withHearsay("log"),
                candidate("promoted ", Level.LOW, Standing.PROMOTED).withHearsay("quote web")))).isEqualTo("promoted ");
    }

    @Test
    void nothingGoesOutUnasked() {
        assertThat(OPEN).noneMatch(new Admission()::admits);
    }

    @Test
    void refusesOtherValues() {
        assertThatThrownBy(() -> Admission.from("always"))
                .isInstanceOfSatisfying(BuildlogException.class,
                        e -> assertThat(e.kind()).isEqualTo(BuildlogException.Kind.BAD_CONFIGURATION))
                .hasMessageContaining("off, high, medium, low");
    }

    private static String admitted(String auto, List<Candidate> candidates) {
        Candidates admitted = Admission.from(auto).admit(new Candidates(new PublishRequest("p", "/r"), Instant.EPOCH, candidates,
                List.of()));
        return String.join("", admitted.rules().stream().map(one -> one.rule().text()).toList());
    }

    private static Candidate candidate(String text, Level level, Standing standing) {
        Rule rule = new Rule("wf-" + text, "p", "workflow", text, 1, LocalDate.EPOCH, LocalDate.EPOCH, List.of(), List.of());
        return new Candidate(rule, new Confidence(level, 0.5, "stable"), standing);
    }
}
