package dev.buildlog.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidateTest {

    /** What the gate cleans goes out on the terms a person named, and still needs one if only a log says it. */
    @Test
    void otherWordsChangeNothingElse() {
        Rule rule = new Rule("wf-1", "p", "workflow", "Read <b>this</b>", 1, LocalDate.EPOCH, LocalDate.EPOCH, List.of(), List.of());
        Candidate candidate = new Candidate(rule, new Confidence(Level.LOW, 0.5, "stable"), Standing.PROMOTED,
                new Terms(List.of("cursor"), true, ""), "log");

        Candidate cleaned = candidate.withText("Read this");

        assertThat(cleaned.rule().text()).isEqualTo("Read this");
        assertThat(cleaned.withText(rule.text())).isEqualTo(candidate);
    }
}
