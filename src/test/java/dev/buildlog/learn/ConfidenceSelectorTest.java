package dev.buildlog.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Candidate;
import dev.buildlog.model.Candidates;
import dev.buildlog.model.Confidence;
import dev.buildlog.model.Level;
import dev.buildlog.model.Policy;
import dev.buildlog.model.PublishRequest;
import dev.buildlog.model.Rule;
import dev.buildlog.model.Stopped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConfidenceSelectorTest {

    private static final Candidate HIGH = candidate("a", Level.HIGH);
    private static final Candidate MEDIUM = candidate("b", Level.MEDIUM);
    private static final Candidate LOW = candidate("c", Level.LOW);

    private final ConfidenceSelector selector = new ConfidenceSelector();

    @Test
    void choosesAllUnlessToldOtherwise() {
        Candidates candidates = candidates(HIGH, LOW);
        Policy policy = selector.select(candidates);
        assertThat(texts(policy)).isEqualTo("ac");
        assertThat(policy.stopped()).isEqualTo(candidates.stopped());
        assertThat(policy.at()).isEqualTo(candidates.at());
        assertThat(policy.request()).isEqualTo(candidates.request());
    }

    @Test
    void stopsAtTheLimit() {
        selector.setMaxRules(2);
        assertThat(texts(selector.select(candidates(HIGH, MEDIUM, LOW)))).isEqualTo("ab");
    }

    @Test
    void theIdStandsForTheContent() {
        String id = selector.select(candidates(HIGH, LOW)).id();
        assertThat(id).matches("pol-[0-9a-f]{10}").isEqualTo(selector.select(candidates(HIGH, LOW)).id());
        assertThat(selector.select(candidates(LOW, HIGH)).id()).isNotEqualTo(id);
        assertThat(selector.select(candidates(HIGH)).id()).isNotEqualTo(id);
    }

    @Test
    void refusesOtherValues() {
        assertThatThrownBy(() -> selector.setMaxRules(-1))
                .isInstanceOfSatisfying(BuildlogException.class,
                        e -> assertThat(e.kind()).isEqualTo(BuildlogException.Kind.BAD_CONFIGURATION));
    }

    private static String texts(Policy policy) {
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
