package dev.buildlog.learn.proof;

import dev.buildlog.learn.statistics.ConfidenceSequence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Compares the work under draws that showed a rule with the work under draws from which the coin withheld it. The coin alone
 * decides between the two, so nothing else about the work differs between them on average; draws that passed the rule over are
 * not looked at.
 *
 * <p>Each draw gives one value for a rule, with y the rate of mistakes under it, h the probability to be withheld and m the mean
 * of y over the draws before: (y - m) / (1 - h) if it was shown, -(y - m) / h if it was withheld. Whatever happened before, its
 * mean is the rate when shown less the rate when withheld (Ham, Bojinov, Lindon, Tingley, Design-based confidence sequences,
 * 2022). Sessions enter as wholes: within a draw each counts once; from one draw to the next of a session nothing is taken to be
 * independent but the coins.
 */
public final class ShownWithheld {

    /** Probability with which a report ever says of any rule what is not so. */
    public static final double ERROR = 0.05;

    private static final double UNKNOWN_RATE = 0.5;

    private ShownWithheld() {}

    /**
     * @param overall the average over the rules that were drawn; holds by itself with the error of the report
     * @param rules by id; all of them together hold with the error of the report
     */
    public record Report(Comparison overall, List<Comparison> rules) {}

    /**
     * @param trials in the order of the draws
     * @param error probability with which the overall comparison, or any of those of the rules, is ever wrong
     */
    public static Report compare(List<Trial> trials, double error) {
        SortedSet<String> rules = new TreeSet<>();
        trials.forEach(trial -> {
            rules.addAll(trial.shown());
            rules.addAll(trial.withheld());
        });
        return new Report(compare(trials, "", rules, error),
                rules.stream().map(rule -> compare(trials, rule, Set.of(rule), error / rules.size())).toList());
    }

    private static Comparison compare(List<Trial> trials, String name, Set<String> rules, double error) {
        ConfidenceSequence differences = new ConfidenceSequence();
        Mean with = new Mean();
        Mean without = new Mean();
        Mean before = new Mean();
        for (Trial trial : trials) {
            int shown = common(trial.shown(), rules);
            int withheld = common(trial.withheld(), rules);
            if (shown + withheld > 0) {
                double m = (before.sum + UNKNOWN_RATE) / (before.number + 1);
                double h = trial.holdOut();
                double difference = (trial.mistakes() - m) * (shown / (1 - h) - withheld / h) / (shown + withheld);
                differences.add(difference, -Math.max(m / (1 - h), (1 - m) / h), Math.max((1 - m) / (1 - h), m / h));
                with.add(trial.mistakes(), shown > 0);
                without.add(trial.mistakes(), withheld > 0);
            }
            before.add(trial.mistakes(), true);
        }
        return new Comparison(name, with.number, with.value(), without.number, without.value(),
                Math.max(-1, Math.min(1, differences.mean())), differences.interval(error));
    }

    private static int common(Set<String> some, Set<String> rules) {
        Set<String> common = new HashSet<>(some);
        common.retainAll(rules);
        return common.size();
    }

    private static final class Mean {

        private double sum;
        private int number;

        void add(double value, boolean counts) {
            if (counts) {
                sum += value;
                number++;
            }
        }

        double value() {
            return number == 0 ? Double.NaN : sum / number;
        }
    }
}
