package dev.buildlog.learn.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.buildlog.learn.Beta;
import dev.buildlog.learn.offpolicy.Logged.Option;
import dev.buildlog.learn.statistics.Bootstrap;
import dev.buildlog.model.RefusedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class OffPolicyTest {

    private static final int DECISIONS = 2_000;
    private static final double[] MEANS = {.3, .5, .7};
    private static final double[] LOGGING = {.6, .3, .1};
    private static final double[] TARGET = {.1, .2, .7};
    private static final double TRUTH = 0.62;
    private static final Bootstrap NONE = new Bootstrap(1, 0.95, 1);

    /** The published problem: three arms, of which each decision shows one. */
    @Test
    void estimatesAreAsTheoryHasThem() {
        int runs = 400;
        Estimate[] estimates = IntStream.range(0, runs).parallel()
                .mapToObj(run -> OffPolicy.estimate(decisions(run, DECISIONS), logged -> TARGET, NONE)).toArray(Estimate[]::new);
        check(estimates, estimate -> estimate.ips().value(), 0.0395);
        check(estimates, estimate -> estimate.snips().value(), 0.0235);
        // a guess that is right leaves sqrt((E w^2 var(r) + var of the guess) / n), and nearly all of these are made of many
        check(estimates, estimate -> estimate.doublyRobust().value(), 0.0229);
        double effective = Arrays.stream(estimates).mapToDouble(Estimate::effective).average().orElseThrow() / DECISIONS;
        assertThat(effective).isCloseTo(0.198, within(0.002));
        assertThat(estimates).allSatisfy(estimate -> assertThat(estimate.shows()).isCloseTo(1, within(1e-9)));
    }

    @Test
    void intervalsHoldTheTruthAsOftenAsTheySay() {
        int runs = 200;
        Bootstrap bootstrap = new Bootstrap(200, 0.95, 7);
        long ips = 0;
        long robust = 0;
        for (int run = 0; run < runs; run++) {
            Estimate estimate = OffPolicy.estimate(decisions(run, 400), logged -> TARGET, bootstrap);
            ips += estimate.ips().interval().excludes(TRUTH) ? 0 : 1;
            robust += estimate.doublyRobust().interval().excludes(TRUTH) ? 0 : 1;
        }
        assertThat(ips).isBetween(180L, 200L);
        assertThat(robust).isBetween(180L, 200L);
    }

    @Test
    void thePolicyThatWasFollowedEarnsWhatWasEarned() {
        Estimate estimate = OffPolicy.estimate(decisions(1, DECISIONS), logged -> LOGGING, NONE);
        assertThat(estimate.ips().value()).isCloseTo(estimate.logged(), within(1e-9));
        assertThat(estimate.effective()).isCloseTo(DECISIONS, within(1e-6));
    }

    @Test
    void policiesThatPeopleName() {
        Logged logged = new Logged("s", 3, 0, List.of(option("p", new Beta(1, 1), true), option("a", new Beta(9, 1), false),
                option("b", new Beta(1, 9), false), option("c", new Beta(5, 5), false), option("d", new Beta(1, 1), false)));
        assertThat(TargetPolicy.named("uniform").shows(logged)).containsOnly(0.5);
        assertThat(TargetPolicy.named("greedy").shows(logged)).containsExactly(1, 0, 1, 0);
        assertThat(TargetPolicy.named("rules=b,d,x").shows(logged)).containsExactly(0, 1, 0, 1);
        assertThat(TargetPolicy.rules(Set.of()).shows(logged)).containsOnly(0);
        assertThat(Arrays.stream(TargetPolicy.named("k=2").shows(logged)).sum()).isCloseTo(1, within(0.01));
        assertThat(TargetPolicy.named("k=9").shows(logged)).containsOnly(1);
        assertThat(TargetPolicy.named("k=1").shows(logged)).containsOnly(0);
        for (String wrong : List.of("", "k=0", "k=x", "rules=", "gready")) {
            assertThatThrownBy(() -> TargetPolicy.named(wrong)).isInstanceOf(RefusedException.class)
                    .hasMessageContaining("no policy '" + wrong + "'");
        }
    }

    @Test
    void nothingLoggedIsNoNumber() {
        Estimate estimate = OffPolicy.estimate(List.of(), TargetPolicy.uniform(), Bootstrap.USUAL);
        assertThat(estimate.decisions()).isZero();
        assertThat(estimate.ips().value()).isNaN();
    }

    /** Checks that the mean is the truth, and its deviation {@code expected}, as far as four standard errors of them can tell. */
    private static void check(Estimate[] estimates, ToDoubleFunction<Estimate> value, double expected) {
        double[] values = Arrays.stream(estimates).mapToDouble(value).toArray();
        double mean = Arrays.stream(values).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1));
        assertThat(mean).isCloseTo(TRUTH, within(4 * deviation / Math.sqrt(values.length)));
        assertThat(deviation).isCloseTo(expected, within(4 * expected / Math.sqrt(2.0 * values.length)));
    }

    private static List<Logged> decisions(int seed, int number) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        List<Logged> decisions = new ArrayList<>();
        for (int n = 0; n < number; n++) {
            double drawn = random.nextDouble();
            int arm = drawn < LOGGING[0] ? 0 : drawn < LOGGING[0] + LOGGING[1] ? 1 : 2;
            double reward = random.nextDouble() < MEANS[arm] ? 1 : 0;
            List<Option> options = new ArrayList<>();
            for (int i = 0; i < MEANS.length; i++) {
                options.add(new Option("rule" + i, Beta.UNIFORM, 0, false, LOGGING[i], i == arm, i == arm ? reward : 0));
            }
            decisions.add(new Logged("session" + n, 1, 0, options));
        }
        return decisions;
    }

    private static Option option(String rule, Beta belief, boolean pinned) {
        return new Option(rule, belief, 0, pinned, pinned ? 1 : 0.5, pinned, 0);
    }
}
