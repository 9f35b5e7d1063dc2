package dev.buildlog.seed;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of fetching a source. */
public enum SourceStatus {
    /** Not fetched yet. */
    PENDING,
    /** Its text is kept, and young enough. */
    CACHED,
    /** It could not be fetched, and no text of it is kept. */
    FAILED,
    /** A text is kept that is too old, was changed by hand, or could not be brought up to date. */
    STALE;

    /** As it stands in a manifest. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SourceStatus> of(String key) {
        return Arrays.stream(values()).filter(status -> status.key().equals(key)).findFirst();
    }
}
