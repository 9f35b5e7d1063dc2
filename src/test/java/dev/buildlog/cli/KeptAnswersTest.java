package dev.buildlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptAnswersTest {

    private static final Seen SETTLED = new Seen(1, 1, true);
    private static final Seen RESTLESS = new Seen(1, 1, false);

    private final KeptAnswers answers = new KeptAnswers();
    private final AtomicInteger asked = new AtomicInteger();

    private int ask(Object basis) {
        return answers.known("question", basis, asked::incrementAndGet);
    }

    @Test
    void anAnswerHoldsWhileItsBasisIsEqual() {
        assertThat(List.of(ask(List.of(7, SETTLED)), ask(List.of(7, SETTLED)))).containsExactly(1, 1);
        assertThat(List.of(ask(List.of(8, SETTLED)), ask(List.of(7, SETTLED)))).as("also where it comes back").containsExactly(2, 3);
        assertThat(ask(List.of(7, new Seen(2, 1, true)))).isEqualTo(4);
    }

    @Test
    void aLookAtFilesThatAreStillChangingProvesNothing() {
        assertThat(List.of(ask(List.of(7, RESTLESS)), ask(List.of(7, RESTLESS)), ask(RESTLESS), ask(RESTLESS)))
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void nothingIsKnownOnceItIsCleared() {
        ask(SETTLED);
        answers.clear();
        assertThat(ask(SETTLED)).isEqualTo(2);
    }

    @Test
    void onlyThatThereIsNoNewsIsKept() {
        assertThat(answers.isNews("news", SETTLED, 7, () -> asked.incrementAndGet() == 1)).isTrue();
        assertThat(answers.isNews("news", SETTLED, 7, () -> asked.incrementAndGet() == 1)).isFalse();
        assertThat(answers.isNews("news", SETTLED, 7, () -> asked.incrementAndGet() > 0)).isFalse();
        assertThat(asked).hasValue(2);
        assertThat(answers.isNews("news", SETTLED, 8, () -> asked.incrementAndGet() > 0)).isTrue();
    }
}
