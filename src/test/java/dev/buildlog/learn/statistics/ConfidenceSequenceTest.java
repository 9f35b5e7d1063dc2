package dev.buildlog.learn.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class ConfidenceSequenceTest {

    /** Looked at after every tenth value, the true mean is excluded at any look in at most as many runs as said. */
    @Test
    void holdsAtEveryMomentAtOnce() {
        int runs = 150;
        long wrong = IntStream.range(0, runs).parallel().filter(run -> {
            UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(run);
            ConfidenceSequence sequence = new ConfidenceSequence();
            boolean ever = false;
            for (int n = 1; n <= 400; n++) {
                sequence.add(random.nextDouble() < 0.3 ? 1 : 0, 0, 1);
                ever |= n % 10 == 0 && sequence.interval(0.1).excludes(0.3);
            }
            return ever;
        }).count();
        assertThat(wrong).isLessThanOrEqualTo(15 + 4 * 4);
    }

    @Test
    void closesInOnTheMean() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(1);
        ConfidenceSequence sequence = new ConfidenceSequence();
        assertThat(sequence.interval(0.05)).isEqualTo(new Interval(-1, 1));
        assertThat(sequence.mean()).isNaN();
        for (int n = 0; n < 3_000; n++) {
            sequence.add(random.nextDouble() < 0.3 ? 1 : 0, 0, 1);
        }
        Interval interval = sequence.interval(0.05);
        assertThat(interval.excludes(0.3)).isFalse();
        assertThat(interval.high() - interval.low()).isLessThan(0.1);
        assertThat(sequence.mean()).isCloseTo(0.3, within(0.04));
        assertThat(sequence.interval(0.001).low()).isLessThan(interval.low());
    }

    @Test
    void refusesWhatItsBoundsDoNotHold() {
        assertThatThrownBy(() -> new ConfidenceSequence().add(2, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ConfidenceSequence().add(Double.NaN, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
