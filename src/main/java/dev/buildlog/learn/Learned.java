package dev.buildlog.learn;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What a project's outcomes say about its arms: a fold over the set of outcomes, whatever order they came in and however often
 * one was delivered.
 *
 * @param reviews number of rewarded reviews
 * @param halfLife how fast evidence fades: as the last outcome says
 * @param evidence of every arm that an outcome rewards
 */
public record Learned(int reviews, HalfLife halfLife, SortedMap<Arm, Evidence> evidence) {

    /** Folds {@code outcomes} of one project. */
    public static Learned from(Collection<Outcome> outcomes) {
        return from(outcomes, List.of());
    }

    /** Folds {@code outcomes} of one project, and what has made some of them count half since. */
    public static Learned from(Collection<Outcome> outcomes, Collection<Halving> halvings) {
        Deque<Halving> due = new ArrayDeque<>(halvings.stream().distinct().sorted(Halving.ORDER).toList());
        List<Outcome> standing = standing(outcomes);
        HalfLife halfLife = standing.isEmpty() ? HalfLife.NEVER : standing.get(standing.size() - 1).halfLife();
        SortedMap<Arm, Evidence> evidence = new TreeMap<>();
        for (int i = 0; i < standing.size(); i++) {
            Outcome outcome = standing.get(i);
            while (!due.isEmpty() && due.getFirst().after() < outcome.sequence()) {
                halve(evidence, due.removeFirst().rule());
            }
            for (String rule : outcome.rules()) {
                Arm arm = new Arm(rule, outcome.context());
                evidence.put(arm, evidence.getOrDefault(arm, Evidence.NONE).and(outcome.value(), i + 1, halfLife));
            }
        }
        due.forEach(halving -> halve(evidence, halving.rule()));
        return new Learned(standing.size(), halfLife, evidence);
    }

    private static void halve(SortedMap<Arm, Evidence> evidence, String rule) {
        arms(evidence, rule).replaceAll((arm, known) -> known.halved());
    }

    /** The part of {@code evidence} that is about one rule, in all contexts. */
    private static SortedMap<Arm, Evidence> arms(SortedMap<Arm, Evidence> evidence, String rule) {
        return evidence.subMap(new Arm(rule, ""), new Arm(rule + '\0', ""));
    }

    /** Of each review the outcome that counts, in the order of the fold. */
    private static List<Outcome> standing(Collection<Outcome> outcomes) {
        Map<String, Outcome> latest = new HashMap<>();
        outcomes.stream().filter(outcome -> !outcome.review().isEmpty()).forEach(outcome -> latest.merge(outcome.review(),
                outcome, (a, b) -> Outcome.ORDER.compare(a, b) >= 0 ? a : b));
        List<Outcome> standing = new ArrayList<>(latest.values());
        standing.sort(Outcome.ORDER);
        return standing;
    }

    /** The evidence of {@code arm} as it counts now. */
    public Evidence now(Arm arm) {
        return evidence.getOrDefault(arm, Evidence.NONE).at(reviews, halfLife);
    }

    /** This with other ids for rules, as they are after rules were merged; evidence on what is one rule now adds up. */
    public Learned renamed(UnaryOperator<String> rename) {
        SortedMap<Arm, Evidence> renamed = new TreeMap<>();
        evidence.keySet().forEach(arm -> renamed.merge(new Arm(rename.apply(arm.rule()), arm.context()), now(arm),
                Evidence::plus));
        return new Learned(reviews, halfLife, renamed);
    }

    /** This and evidence out of another tool, which counts beside that of the outcomes and does not fade. */
    public Learned and(Map<Arm, Evidence> imported) {
        SortedMap<Arm, Evidence> all = new TreeMap<>();
        evidence.keySet().forEach(arm -> all.put(arm, now(arm)));
        imported.forEach((arm, more) -> all.merge(arm, new Evidence(more.successes(), more.failures(), 0, reviews),
                Evidence::plus));
        return new Learned(reviews, halfLife, all);
    }

    /** The belief about {@code arm}: its prior, something of what other contexts know about the rule, and its own evidence. */
    public Beta posterior(Arm arm, Beta prior) {
        Evidence elsewhere = arms(evidence, arm.rule()).keySet().stream()
                .filter(other -> !other.context().equals(arm.context()))
                .map(this::now)
                .reduce(Evidence.NONE, Evidence::plus);
        return now(arm).posterior(Pooling.prior(prior, elsewhere));
    }
}
