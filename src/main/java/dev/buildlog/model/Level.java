package dev.buildlog.model;

import java.util.Locale;

/** How sure buildlog is of a rule, from the number of entries behind it and their age. Ordered from least to most. */
public enum Level {
    LOW,
    MEDIUM,
    HIGH;

    /** The name in output and configuration: {@code low}, {@code medium}, {@code high}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
