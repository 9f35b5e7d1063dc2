package dev.buildlog.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
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

    /** As many as stand behind the published figures. */
    private static final int PUBLISHED = 500;

    private static final int RUNS = "full".equals(System.getProperty("buildlog.faults")) ? PUBLISHED : 60;

    /** Of the problem with one arm of rate .10, three of .05, three of .02 and three of .01. */
    private static final double[] TEN_ARMS = {.10, .05, .05, .05, .02, .02, .02, .01, .01, .01};

    /**
     * @param error standard error of {@code atTenThousand}, a mean of 500 runs
     * @param laiRobbins what regret grows by per unit of ln T in the long run, and no policy can do better (Lai, Robbins,
     *     Advances in Applied Mathematics 6, 1985)
     */
    @ParameterizedTest
    @CsvSource({
        ".20 .25, 10.9, 24.7, 0.9, 7.141",
        ".80 .90, 6.6, 10.1, 0.4, 2.252",
        ".10 .05 .05 .05 .02 .02 .02 .01 .01 .01, 40.5, 80.8, 0.6, 17.445",
        ".60 .50 .50 .50 .50 .50 .50 .50 .50 .50, 64.7, 167.1, 3.2, 44.094"
    })
    void growsAsItShould(String rates, double atThousand, double atTenThousand, double error, double laiRobbins) {
        double[] arms = Arrays.stream(rates.split(" ")).mapToDouble(Double::parseDouble).toArray();
        double[][] regrets = IntStream.range(0, RUNS).parallel().mapToObj(run -> thompson(arms, run)).toArray(double[][]::new);
        double early = check(Arrays.stream(regrets).mapToDouble(r -> r[0]).toArray(), atThousand);
        double late = check(Arrays.stream(regrets).mapToDouble(r -> r[1]).toArray(), atTenThousand);
        assertThat(late).isCloseTo(atTenThousand, within(4 * ofOurs(error)));
        assertThat((late - early) / Math.log(10) / laiRobbins).isBetween(0.5, 1.3);
    }

    @Test
    void othersAreWorse() {
        double ours = mean(runs(RUNS, run -> thompson(TEN_ARMS, run)[1]));
        double ucb = check(runs(RUNS, run -> new Run(TEN_ARMS, run).play(10_000, Run::ucb)), 500);
        double greedy = check(runs(RUNS, run -> new Run(TEN_ARMS, run).play(10_000, Run::greedy)), 132);
        double random = check(runs(RUNS, run -> new Run(TEN_ARMS, run).play(10_000, r -> r.random.nextInt(10))), 660);
        assertThat(ours).isLessThan(greedy).isLessThan(ucb).isLessThan(random);
    }

    @Test
    void whatFadesFollowsWhatChanges() {
        double plain = check(runs(RUNS, run -> swapping(HalfLife.NEVER, run)), 458);
        assertThat(plain).isCloseTo(458, within(4 * ofOurs(8.0)));
        double fading = check(runs(RUNS, run -> swapping(HalfLife.ofFactor(0.99), run)), 86);
        assertThat(fading).isCloseTo(86, within(4 * ofOurs(0.4)));
    }

    /** Checks that the mean is {@code expected}, as far as four standard errors of it can tell; it is given to one digit. */
    private static double check(double[] regrets, double expected) {
        double mean = mean(regrets);
        double variance = Arrays.stream(regrets).map(r -> (r - mean) * (r - mean)).sum() / (regrets.length - 1);
        assertThat(mean).isCloseTo(expected, within(4 * Math.sqrt(variance / regrets.length) + 0.05));
        return mean;
    }

    /** The standard error of a mean of our runs, from that of a mean of as many as were published. */
    private static double ofOurs(double error) {
        return error * Math.sqrt((double) PUBLISHED / RUNS);
    }

    private static double[] runs(int number, IntToDoubleFunction run) {
        return IntStream.range(0, number).parallel().mapToDouble(run).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** Regret after 1,000 and after 10,000 rounds. */
    private static double[] thompson(double[] rates, int seed) {
        Run run = new Run(rates, seed);
        double early = run.play(1_000, Run::thompson);
        return new double[] {early, run.play(9_000, Run::thompson)};
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

        /** What was never tried counts as 0, and chance decides between equals: with either otherwise the figure is another. */
        int greedy() {
            if (random.nextDouble() < 0.1) {
                return random.nextInt(rates.length);
            }
            double[] means = IntStream.range(0, rates.length).mapToDouble(this::rate).toArray();
            double most = Arrays.stream(means).max().orElseThrow();
            int[] equals = IntStream.range(0, means.length).filter(arm -> means[arm] == most).toArray();
            return equals[random.nextInt(equals.length)];
        }

        private double rate(int arm) {
            return wins[arm] + losses[arm] == 0 ? 0 : (double) wins[arm] / (wins[arm] + losses[arm]);
        }

        private static int highest(double[] values) {
            return IntStream.range(0, values.length).reduce(0, (a, b) -> values[b] > values[a] ? b : a);
        }
    }
}
