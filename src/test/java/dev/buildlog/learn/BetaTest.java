package dev.buildlog.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BetaTest {

    @Test
    void quantilesAreExact() {
        assertThat(new Beta(3, 1).quantile(0.125)).isCloseTo(0.5, within(1e-9));
        Beta.Interval uniform = Beta.UNIFORM.interval(0.95);
        assertThat(uniform.low()).isCloseTo(0.025, within(1e-12));
        assertThat(uniform.high()).isCloseTo(0.975, within(1e-12));
        Beta.Interval seed = new Beta(2, 1).interval(0.9);
        assertThat(seed.low()).isCloseTo(Math.sqrt(0.05), within(1e-9));
        assertThat(seed.high()).isCloseTo(Math.sqrt(0.95), within(1e-9));
    }

    @Test
    void refusesWeightsThatNoDistributionHas() {
        for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new Beta(wrong, 1)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Beta(1, wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
