package dev.buildlog.model;

import java.util.List;

/**
 * How much an insight matters, and where it applies.
 *
 * @param severity one of {@link #SEVERITIES}
 * @param scope one of {@link #SCOPES}
 * @param applicability where it applies, as up to {@value #MOST_PLACES} words such as {@code api} or {@code database}
 */
public record Assessment(String severity, String scope, List<String> applicability) {

    /** From the gravest on. */
    public static final List<String> SEVERITIES = List.of("critical", "major", "minor", "info");

    /** From the widest on. */
    public static final List<String> SCOPES = List.of("global", "module", "function");

    public static final int MOST_PLACES = 8;

    public Assessment {
        applicability = List.copyOf(applicability);
        if (!SEVERITIES.contains(severity) || !SCOPES.contains(scope) || applicability.size() > MOST_PLACES) {
            throw new IllegalArgumentException("no assessment: " + severity + ", " + scope + ", " + applicability);
        }
    }
}
