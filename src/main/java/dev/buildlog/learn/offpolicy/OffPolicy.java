package dev.buildlog.learn.offpolicy;

import dev.buildlog.learn.offpolicy.Estimate.Value;
import dev.buildlog.learn.offpolicy.Logged.Option;
import dev.buildlog.learn.statistics.Bootstrap;
import dev.buildlog.learn.statistics.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Estimates what a policy would have earned. The propensities are those of each rule, not of the set of rules shown, so weights
 * stay small however many rules there are; the price is the assumption that {@link Option} states.
 */
public final class OffPolicy {

    /** Places in the sums over a cluster. */
    private static final int DECISIONS = 0;
    private static final int WEIGHTED_REWARDS = 1;
    private static final int WEIGHTS = 2;
    private static final int SHOWS = 3;
    private static final int CORRECTED = 4;
    private static final int LOGGED = 5;
    private static final int SUMS = 6;

    private final TargetPolicy policy;
    private final Map<String, double[]> clusters = new LinkedHashMap<>();
    private final Guess guess = new Guess();
    private double squares;
    private int shown;

    private OffPolicy(TargetPolicy policy) {
        this.policy = policy;
    }

    /** @param decisions in the order in which they were made */
    public static Estimate estimate(List<Logged> decisions, TargetPolicy policy, Bootstrap bootstrap) {
        OffPolicy sums = new OffPolicy(policy);
        decisions.forEach(sums::add);
        return sums.estimate(bootstrap);
    }

    private void add(Logged logged) {
        double[] shows = policy.shows(logged);
        double[] sums = clusters.computeIfAbsent(logged.cluster(), name -> new double[SUMS]);
        sums[DECISIONS]++;
        List<Option> free = logged.options().stream().filter(option -> !option.pinned()).toList();
        for (int i = 0; i < shows.length; i++) {
            Option option = free.get(i);
            double expected = guess.of(option.rule());
            sums[SHOWS] += shows[i];
            sums[CORRECTED] += shows[i] * expected;
            if (option.shown()) {
                double weight = shows[i] / option.propensity();
                sums[WEIGHTS] += weight;
                sums[WEIGHTED_REWARDS] += weight * option.reward();
                sums[CORRECTED] += weight * (option.reward() - expected);
                sums[LOGGED] += option.reward();
                squares += weight * weight;
                shown++;
            }
        }
        free.stream().filter(Option::shown).forEach(option -> guess.learn(option.rule(), option.reward()));
    }

    private Estimate estimate(Bootstrap bootstrap) {
        double[] all = new double[SUMS];
        clusters.values().forEach(sums -> Arrays.setAll(all, i -> all[i] + sums[i]));
        double effective = squares == 0 ? 0 : all[WEIGHTS] * all[WEIGHTS] / squares;
        return new Estimate((int) all[DECISIONS], clusters.size(), shown, all[SHOWS] / all[DECISIONS],
                all[LOGGED] / all[DECISIONS],
                value(bootstrap, all, s -> s[WEIGHTED_REWARDS] / s[DECISIONS]),
                value(bootstrap, all, s -> s[WEIGHTED_REWARDS] / s[WEIGHTS] * s[SHOWS] / s[DECISIONS]),
                value(bootstrap, all, s -> s[CORRECTED] / s[DECISIONS]), effective);
    }

    private Value value(Bootstrap bootstrap, double[] all, ToDoubleFunction<double[]> statistic) {
        return clusters.isEmpty() ? new Value(Double.NaN, new Interval(Double.NaN, Double.NaN))
                : new Value(statistic.applyAsDouble(all), bootstrap.interval(new ArrayList<>(clusters.values()), statistic));
    }

    /** What a shown rule earns, as far as earlier decisions tell: its own mean, held towards that of all rules by one decision. */
    private static final class Guess {

        private final Map<String, double[]> earned = new HashMap<>();
        private double rewards;
        private int rules;

        double of(String rule) {
            double mean = rules == 0 ? 0 : rewards / rules;
            double[] own = earned.getOrDefault(rule, new double[2]);
            return (own[0] + mean) / (own[1] + 1);
        }

        void learn(String rule, double reward) {
            double[] own = earned.computeIfAbsent(rule, id -> new double[2]);
            own[0] += reward;
            own[1]++;
            rewards += reward;
            rules++;
        }
    }
}
