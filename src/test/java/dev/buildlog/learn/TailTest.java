package dev.buildlog.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.buildlog.learn.Tail.Grid;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The table says what the distribution says, and the bound lies above it. */
class TailTest {

    @Property(tries = 300)
    void theTableIsCloseToTheDistributionAtEveryNode(@ForAll @DoubleRange(min = 0.3, max = 80) double alpha,
            @ForAll @DoubleRange(min = 0.3, max = 80) double beta, @ForAll @DoubleRange(min = 0.05, max = 4) double first,
            @ForAll @DoubleRange(min = 0, max = 0.5) double wide, @ForAll @IntRange(min = 24, max = 60) int nodes) {
        Beta belief = new Beta(alpha, beta);
        // the highest rates of many lie close together, compared to where they lie
        Grid grid = new Grid(first, (0.1 + wide * first) / (nodes - 1), nodes);
        Tail tail = new Tail(belief, grid);
        for (int node = 0; node < nodes; node++) {
            double exact = belief.above(grid.rate(node));
            assertThat(tail.above(node)).isCloseTo(exact, within(0.02 * exact + 1e-12));
        }
        assertThat(tail.reached()).isCloseTo(tail.above(0), within(1e-12));
        assertThat(Math.exp(grid.most(belief))).isGreaterThanOrEqualTo(belief.above(grid.rate(0)) - 1e-12);
    }

    @Property(tries = 100)
    void aTableFromTheVeryBeginningHoldsEverything(@ForAll @DoubleRange(min = 0.3, max = 50) double alpha,
            @ForAll @DoubleRange(min = 0.3, max = 50) double beta) {
        Beta belief = new Beta(alpha, beta);
        Grid grid = new Grid(0, 0.01, 400);
        Tail tail = new Tail(belief, grid);
        assertThat(tail.reached()).isEqualTo(1);
        for (int node = 1; node < 400; node += 13) {
            double exact = belief.above(grid.rate(node));
            assertThat(tail.above(node)).isCloseTo(exact, within(0.05 * exact + 1e-12));
        }
        assertThat(grid.most(belief)).isZero();
    }
}
