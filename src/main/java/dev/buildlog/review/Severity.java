package dev.buildlog.review;

import dev.buildlog.model.Finding;
import dev.buildlog.model.RefusedException;
import dev.buildlog.model.Suggestion;
import java.util.Locale;

/** How bad a finding is. */
public final class Severity {

    private Severity() {}

    /**
     * The severity that {@code given} means, whatever its case; minor for none.
     *
     * @throws RefusedException for an unknown one: it must not pass for clean
     */
    public static String of(String given) {
        String severity = given.strip().toLowerCase(Locale.ROOT);
        if (severity.isEmpty()) {
            return Finding.MINOR;
        }
        if (!Finding.SEVERITIES.contains(severity)) {
            throw new RefusedException("there is no severity '" + given + "'"
                    + Suggestion.hintOrList(severity, Finding.SEVERITIES, ""));
        }
        return severity;
    }
}
