package dev.buildlog.model;

/**
 * What a source says about a rule beside the rule itself. A text is empty where the source says nothing.
 *
 * @param context when the rule applies
 * @param antipattern what to avoid
 * @param rationale why
 * @param severity how bad it is to break the rule, in the source's own words
 * @param scope how far the rule reaches, in the source's own words
 */
public record Details(String context, String antipattern, String rationale, String severity, String scope) {

    /** Nothing said. */
    public static final Details NONE = new Details("", "", "", "", "");

    /** These details, with those of {@code other} where these say nothing. */
    public Details or(Details other) {
        return new Details(either(context, other.context), either(antipattern, other.antipattern),
                either(rationale, other.rationale), either(severity, other.severity), either(scope, other.scope));
    }

    private static String either(String first, String second) {
        return first.isEmpty() ? second : first;
    }
}
