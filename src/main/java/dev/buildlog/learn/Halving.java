package dev.buildlog.learn;

import java.util.Comparator;

/**
 * The fact that what was known of a rule counts half from some place on: what it rests on has changed since.
 *
 * @param id of what changed it; together with the rule unique
 * @param rule id of the rule; it concerns its arms in all contexts
 * @param after sequence of the last outcome that counts half
 */
public record Halving(String id, String rule, long after) {

    /** The order in which halvings are folded, however they arrive. */
    public static final Comparator<Halving> ORDER = Comparator.comparingLong(Halving::after).thenComparing(Halving::id)
            .thenComparing(Halving::rule);
}
