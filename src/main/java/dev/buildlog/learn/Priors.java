package dev.buildlog.learn;

/** Where it is known what to believe of a rule before any outcome: whether it stems from a seed file, and how sure that is. */
@FunctionalInterface
public interface Priors {

    /** Every rule was learned by the project itself. */
    Priors LEARNED = rule -> Prior.learned();

    /** @param rule id of a rule */
    Beta of(String rule);
}
