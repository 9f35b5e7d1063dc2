package dev.buildlog.journal;

import dev.buildlog.model.Problem;

/** What came of reading one entry. */
public sealed interface Reading {

    /**
     * The whole file, and nobody wrote to it meanwhile.
     *
     * @param contentHash SHA-256 in lower-case hex of the raw bytes
     * @param text the content without byte-order mark, every line end a line feed
     * @param stamp size and modification time of what was read
     */
    record Text(String contentHash, String text, Stamp stamp) implements Reading {}

    /** There is no such file, in a repository that is there. */
    record Gone() implements Reading {}

    /** Somebody was writing while it was read: try again later. */
    record Unsettled() implements Reading {}

    /** It is there but cannot be an entry as it is; what was learned from it before still holds. */
    record Refused(Problem problem) implements Reading {}
}
