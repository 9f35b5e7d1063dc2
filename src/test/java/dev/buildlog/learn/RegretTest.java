package dev.buildlog.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What choosing by these beliefs costs, against what theory and other implementations say: the sum over time of the best rate
 * less the rate of the arm that was chosen.
 */
class RegretTest {

    private static final int RUNS = 60;

    /** Of the problem with one arm of rate .10, three of .05, three of .02 and three of .01. */
    private static final double[] TEN_ARMS = {.10, .05, .05, .05, .02, .02, .02, .01, .01, .01};

    @ParameterizedTest
    @CsvSource({
        ".20 .25, 10.9, 24.7, 7.141",
        ".80 .90, 6.6, 10.1, 2.252",
        ".10 .05 .05 .05 .02 .02 .02 .01 .01 .01, 40.5, 80.8, 17.445",
        ".60 .50 .50 .50 .50 .50 .50 .50 .50 .50, 64.7, 167.1, 44.094"
    })
    void growsAsItShould(String rates, double atThousand, double atTenThousand, double laiRobbins) {
        double[] arms = Arrays.stream(rates.split(" ")).mapToDouble(Double::parseDouble).toArray();
        double[][] regrets = IntStream.range(0, RUNS).mapToObj(run -> thompson(arms, 10_000, run)).toArray(double[][]::new);
        double early = check(Arrays.stream(regrets).mapToDouble(r -> r[999]).toArray(), atThousand);
        double late = check(Arrays.stream(regrets).mapToDouble(r -> r[9_999]).toArray(), atTenThousand);
        // the growth of so few runs is known less well than that of the 500 behind the bounds
        assertThat((late - early) / Math.log(10) / laiRobbins).isBetween(0.3, 1.6);
    }

    @Test
    void othersAreWorse() {
        double ours = mean(IntStream.range(0, 20).mapToDouble(run -> thompson(TEN_ARMS, 10_000, run)[9_999]).toArray());
        double ucb = mean(IntStream.range(0, 20).mapToDouble(run -> new Run(TEN_ARMS, run).play(10_000, Run::ucb)).toArray());
        double greedy = mean(IntStream.range(0, 20)
                .mapToDouble(run -> new Run(TEN_ARMS, run).play(10_000, Run::greedy)).toArray());
        double random = mean(IntStream.range(0, 20)
                .mapToDouble(run -> new Run(TEN_ARMS, run).play(10_000, r -> r.random.nextInt(10))).toArray());
        // how much worse it is hangs on how it begins and breaks ties
        assertThat(greedy).isGreaterThan(1.15 * ours);
        assertThat(ucb).isCloseTo(500, within(25.0));
        assertThat(random).isCloseTo(660, within(10.0));
    }

    @Test
    void whatFadesFollowsWhatChanges() {
        check(IntStream.range(0, RUNS).mapToDouble(run -> swapping(HalfLife.NEVER, run)).toArray(), 458);
        check(IntStream.range(0, RUNS).mapToDouble(run -> swapping(HalfLife.ofFactor(0.99), run)).toArray(), 86);
    }

    /** Checks that the mean is {@code expected}, as far as four standard errors of it can tell. */
    private static double check(double[] regrets, double expected) {
        double mean = mean(regrets);
        double variance = Arrays.stream(regrets).map(r -> (r - mean) * (r - mean)).sum() / (regrets.length - 1);
        assertThat(mean).isCloseTo(expected, within(4 * Math.sqrt(variance / regrets.length) + 0.05));
        return mean;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double[] thompson(double[] rates, int rounds, int seed) {
        Run run = new Run(rates, seed);
        double[] regrets = new double[rounds];
        for (int t = 0; t < rounds; t++) {
            run.step(Run::thompson);
            regrets[t] = run.regret;
        }
        return regrets;
    }

    /** Two arms of rates .8 and .3 that swap their rates at half time of 4,000 rounds. */
    private static double swapping(HalfLife halfLife, int seed) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed + 1_000L);
        Evidence[] evidence = {Evidence.NONE, Evidence.NONE};
        double regret = 0;
        for (int t = 0; t < 4_000; t++) {
            double[] rates = t < 2_000 ? new double[] {.8, .3} : new double[] {.3, .8};
            double first = evidence[0].at(t, halfLife).posterior(Prior.learned()).sample(random);
            double second = evidence[1].at(t, halfLife).posterior(Prior.learned()).sample(random);
            int arm = first >= second ? 0 : 1;
            regret += .8 - rates[arm];
            evidence[arm] = evidence[arm].and(random.nextDouble() < rates[arm] ? 1 : 0, t + 1, halfLife);
        }
        return regret;
    }

    /** One run of a policy on one problem. */
    private static final class Run {

        private final double[] rates;
        private final double best;
        private final UniformRandomProvider random;
        private final int[] wins;
        private final int[] losses;
        private int rounds;
        private double regret;

        Run(double[] rates, int seed) {
            this.rates = rates;
            this.best = Arrays.stream(rates).max().orElseThrow();
            this.random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
            this.wins = new int[rates.length];
            this.losses = new int[rates.length];
        }

        double play(int times, ToIntFunction<Run> policy) {
            for (int t = 0; t < times; t++) {
                step(policy);
            }
            return regret;
        }

        void step(ToIntFunction<Run> policy) {
            int arm = policy.applyAsInt(this);
            (random.nextDouble() < rates[arm] ? wins : losses)[arm]++;
            regret += best - rates[arm];
            rounds++;
        }

        int thompson() {
            return highest(IntStream.range(0, rates.length)
                    .mapToDouble(arm -> Prior.learned().plus(wins[arm], losses[arm]).sample(random)).toArray());
        }

        int ucb() {
            return highest(IntStream.range(0, rates.length).mapToDouble(arm -> wins[arm] + losses[arm] == 0
                    ? 2 + rates.length - arm
                    : rate(arm) + Math.sqrt(2 * Math.log(rounds) / (wins[arm] + losses[arm]))).toArray());
        }

        int greedy() {
            return random.nextDouble() < 0.1 ? random.nextInt(rates.length)
                    : highest(IntStream.range(0, rates.length).mapToDouble(this::rate).toArray());
        }

        private double rate(int arm) {
            return wins[arm] + losses[arm] == 0 ? 1 : (double) wins[arm] / (wins[arm] + losses[arm]);
        }

        private static int highest(double[] values) {
            return IntStream.range(0, values.length).reduce(0, (a, b) -> values[b] > values[a] ? b : a);
        }
    }
}
