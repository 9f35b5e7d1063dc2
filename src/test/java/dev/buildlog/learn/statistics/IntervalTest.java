package dev.buildlog.learn.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntervalTest {

    @Test
    void wilson() {
        Interval three = Interval.ofRate(3, 10, 0.95);
        assertThat(three.low()).isCloseTo(0.1078, within(1e-4));
        assertThat(three.high()).isCloseTo(0.6032, within(1e-4));
        assertThat(Interval.ofRate(0, 0, 0.95)).isEqualTo(new Interval(0, 1));
        assertThat(Interval.ofRate(0, 20, 0.95).low()).isCloseTo(0, within(1e-12));
        assertThat(Interval.ofRate(0, 20, 0.95).high()).isCloseTo(0.1611, within(1e-4));
        assertThat(three.excludes(0.1)).isTrue();
        assertThat(three.excludes(0.5)).isFalse();
    }

    @Test
    void theBootstrapKeepsClustersTogether() {
        List<double[]> apart = IntStream.range(0, 100).mapToObj(i -> new double[] {i % 2, 1}).toList();
        List<double[]> together = IntStream.range(0, 10).mapToObj(i -> new double[] {10 * (i % 2), 10}).toList();
        Interval narrow = Bootstrap.USUAL.interval(apart, sums -> sums[0] / sums[1]);
        Interval wide = Bootstrap.USUAL.interval(together, sums -> sums[0] / sums[1]);
        assertThat(narrow.high() - narrow.low()).isCloseTo(2 * 1.96 * 0.05, within(0.03));
        assertThat(wide.high() - wide.low()).isCloseTo(2 * 1.96 * 0.158, within(0.1));
        assertThat(Bootstrap.USUAL.interval(apart, sums -> sums[0] / sums[1])).isEqualTo(narrow);
    }
}
