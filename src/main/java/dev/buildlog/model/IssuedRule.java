package dev.buildlog.model;

/**
 * A rule as a reviewer is shown it. Every text is on one line.
 *
 * @param id by which it may be cited
 * @param persona whose rule it is; {@link #LEARNED} for one that the project learned itself
 * @param category what it is about
 * @param rule what to look for
 * @param context when it applies; may be empty
 * @param antipattern what to avoid; may be empty
 * @param rationale why; may be empty
 */
public record IssuedRule(String id, String persona, String category, String rule, String context, String antipattern,
        String rationale) {

    /** Stands for a persona where a rule is the project's own. */
    public static final String LEARNED = "learned";

    /** The rule as reviewers see it. */
    public static IssuedRule of(PersonaRule rule) {
        SeedRule seed = rule.seed();
        return new IssuedRule(rule.id(), rule.persona(), line(seed.category()), line(seed.rule()), line(seed.context()),
                line(seed.antipattern()), line(seed.rationale()));
    }

    private static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
