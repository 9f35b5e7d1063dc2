package dev.buildlog.emission;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of artifacts. Each has a JSON Schema in {@code docs/schemas}. */
public enum ArtifactType {
    MISTAKE_MANIFEST,
    REWARD_SIGNAL,
    LEARNED_RULES,
    SESSION_SUMMARY,
    GAUNTLET_REVIEW,
    POLICY_PUBLISHED,
    RULE_DECISION;

    /** The name in documents, and the first part of file names: {@code reward_signal}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type that a file name begins with. */
    public static Optional<ArtifactType> ofFile(String name) {
        return Arrays.stream(values()).filter(type -> name.startsWith(type.key() + "_")).findFirst();
    }
}
