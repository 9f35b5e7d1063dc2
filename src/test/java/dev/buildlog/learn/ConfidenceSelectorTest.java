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
import dev.buildlog.model.Stopped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfidenceSelectorTest {

    private static final Candidate HIGH = candidate("a", Level.HIGH);
    private static final Candidate MEDIUM = candidate("b", Level.MEDIUM);
    private static final Candidate LOW = candidate("c", Level.LOW);

    private final ConfidenceSelector selector = new ConfidenceSelector();

    @ParameterizedTest
    @CsvSource({"off, ''", "high, a", "medium, ba", "low, cba"})
    void choosesFromALevelUpAndKeepsTheOrder(String auto, String texts) {
        selector.setAuto(auto);
        assertThat(texts(selector.admit(candidates(LOW, MEDIUM, HIGH)))).isEqualTo(texts);
    }

    @Test
    void choosesAllUnlessToldOtherwise() {
        Candidates candidates = candidates(HIGH, LOW);
        Candidates policy = selector.admit(candidates);
        assertThat(texts(policy)).isEqualTo("ac");
        assertThat(policy.stopped()).isEqualTo(candidates.stopped());
        assertThat(policy.at()).isEqualTo(candidates.at());
        assertThat(policy.request()).isEqualTo(candidates.request());
    }

    @Test
    void refusesOtherValues() {
        assertThatThrownBy(() -> selector.setAuto("always"))
                .isInstanceOfSatisfying(BuildlogException.class,
                        e -> assertThat(e.kind()).isEqualTo(BuildlogException.Kind.BAD_CONFIGURATION))
                .hasMessageContaining("off, high, medium, low");
    }

    private static String texts(Candidates policy) {
        return String.join("", policy.rules().stream().map(c -> c.rule().text()).toList());
    }

    private static Candidates candidates(Candidate... rules) {
        return new Candidates(new PublishRequest("p", "/r"), Instant.EPOCH, List.of(rules),
                Stream.of(LOW).map(c -> new Stopped(c.rule(), "reason")).toList());
    }

    private static Candidate candidate(String text, Level level) {
        Rule rule = new Rule("wf-" + text, "p", "workflow", text, 1, LocalDate.EPOCH, LocalDate.EPOCH, List.of(), List.of());
        return new Candidate(rule, new Confidence(level, 0.5, "stable"));
    }
}
