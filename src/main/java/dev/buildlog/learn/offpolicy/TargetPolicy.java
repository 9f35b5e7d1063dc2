package dev.buildlog.learn.offpolicy;

import dev.buildlog.learn.Contender;
import dev.buildlog.learn.Draw;
import dev.buildlog.learn.offpolicy.Logged.Option;
import dev.buildlog.model.RefusedException;
import dev.buildlog.model.Suggestion;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A policy that was not followed, whose earnings are to be estimated: says how probably it would have shown each rule. */
public interface TargetPolicy {

    /** What {@link #named} takes, as a person is told. */
    List<String> NAMES = List.of("uniform", "greedy", "k=N", "rules=A,B");

    /** Of the draws by which probabilities are estimated where they cannot be computed. */
    long SEED = 1;

    /** Probability to be shown, 0 to 1, of each option of {@code logged} that is not pinned; in their order. */
    double[] shows(Logged logged);

    /** The same draw without hold-out, choosing {@code k} within the same budget. */
    static TargetPolicy thompson(int k) {
        return logged -> {
            Map<String, Double> shows = new Draw(k, 0, logged.budget()).chances(logged.options().stream().map(option ->
                    new Contender(option.rule(), option.belief(), option.cost(), option.pinned())).toList(), SEED);
            return free(logged).stream().mapToDouble(option -> shows.get(option.rule())).toArray();
        };
    }

    /** Every rule as probably as any other, as many as the draw had places. */
    static TargetPolicy uniform() {
        return logged -> {
            double[] shows = new double[free(logged).size()];
            Arrays.fill(shows, shows.length == 0 ? 0 : Math.min(1.0, (double) places(logged) / shows.length));
            return shows;
        };
    }

    /** Always those of the highest mean, as many as the draw had places; of equal ones those whose id comes first. */
    static TargetPolicy greedy() {
        return logged -> {
            List<Option> free = free(logged);
            double[] shows = new double[free.size()];
            IntStream.range(0, shows.length).boxed()
                    .sorted(Comparator.comparingDouble((Integer i) -> -free.get(i).belief().mean())
                            .thenComparing(i -> free.get(i).rule()))
                    .limit(places(logged))
                    .forEach(i -> shows[i] = 1);
            return shows;
        };
    }

    /** Always these, whatever there are places for. */
    static TargetPolicy rules(Set<String> rules) {
        return logged -> free(logged).stream().mapToDouble(option -> rules.contains(option.rule()) ? 1 : 0).toArray();
    }

    /**
     * The policy that a person means.
     *
     * @throws RefusedException if there is no such policy
     */
    static TargetPolicy named(String name) {
        if (name.startsWith("rules=") && name.length() > "rules=".length()) {
            return rules(new TreeSet<>(List.of(name.substring("rules=".length()).split(","))));
        }
        if (name.matches("k=[1-9][0-9]{0,5}")) {
            return thompson(Integer.parseInt(name.substring(2)));
        }
        return switch (name) {
            case "uniform" -> uniform();
            case "greedy" -> greedy();
            default -> throw new RefusedException("there is no policy '" + name + "'" + Suggestion.hintOrList(name, NAMES, ""));
        };
    }

    private static List<Option> free(Logged logged) {
        return logged.options().stream().filter(option -> !option.pinned()).toList();
    }

    private static int pinned(Logged logged) {
        return (int) logged.options().stream().filter(Option::pinned).count();
    }

    private static int places(Logged logged) {
        return Math.max(0, logged.places() - pinned(logged));
    }
}
