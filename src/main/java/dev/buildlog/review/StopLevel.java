package dev.buildlog.review;

import dev.buildlog.model.Finding;
import dev.buildlog.model.RefusedException;
import dev.buildlog.model.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The least that keeps a run from being clean. */
public enum StopLevel {
    /** Only what is critical. */
    CRITICALS(Finding.CRITICAL),
    /** What is critical or major. */
    MAJORS(Finding.MAJOR),
    /** Everything. */
    MINORS(Finding.NITPICK);

    private final String least;

    StopLevel(String least) {
        this.least = least;
    }

    /** As it is written: {@code criticals}, {@code majors}, {@code minors}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a finding of this severity keeps a run from being clean. */
    public boolean counts(String severity) {
        return Finding.SEVERITIES.indexOf(severity) <= Finding.SEVERITIES.indexOf(least);
    }

    /** @throws RefusedException if there is none of this name */
    public static StopLevel of(String name) {
        String key = name.strip().toLowerCase(Locale.ROOT);
        List<String> keys = Arrays.stream(values()).map(StopLevel::key).toList();
        return Arrays.stream(values()).filter(level -> level.key().equals(key)).findFirst().orElseThrow(() ->
                new RefusedException("there is no stop level '" + name + "'" + Suggestion.hintOrList(key, keys, "")));
    }
}
