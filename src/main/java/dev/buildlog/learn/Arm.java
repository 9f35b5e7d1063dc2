package dev.buildlog.learn;

/**
 * A rule as the bandit sees it, within one project.
 *
 * @param rule id of the rule
 * @param context a {@link ContextKey}
 */
public record Arm(String rule, String context) implements Comparable<Arm> {

    @Override
    public int compareTo(Arm other) {
        int byRule = rule.compareTo(other.rule);
        return byRule != 0 ? byRule : context.compareTo(other.context);
    }
}
