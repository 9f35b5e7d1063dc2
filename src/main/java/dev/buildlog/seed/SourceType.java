package dev.buildlog.seed;

import dev.buildlog.model.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What kind of document a source is. */
public enum SourceType {
    REFERENCE_DOC,
    BLOG_POST,
    BOOK,
    STANDARD,
    CHEATSHEET;

    /** As it stands in a manifest: {@code reference_doc}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SourceType> of(String key) {
        return Arrays.stream(values()).filter(type -> type.key().equals(key)).findFirst();
    }

    /** A sentence about a key that is none. */
    static String unknown(String key) {
        List<String> keys = Arrays.stream(values()).map(SourceType::key).toList();
        return "source_type '" + key + "' is unknown" + Suggestion.hint(key, keys, "; known: " + String.join(", ", keys));
    }
}
