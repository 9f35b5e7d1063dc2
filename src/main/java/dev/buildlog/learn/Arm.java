package dev.buildlog.learn;

import java.util.Comparator;

/**
 * A rule as the bandit sees it, within one project.
 *
 * @param rule id of the rule
 * @param context a {@link ContextKey}
 */
public record Arm(String rule, String context) implements Comparable<Arm> {

    private static final Comparator<Arm> ORDER = Comparator.comparing(Arm::rule).thenComparing(Arm::context);

    @Override
    public int compareTo(Arm other) {
        return ORDER.compare(this, other);
    }
}
