package dev.buildlog.model;

/**
 * Why something in an entry was left, or why it deserves a look.
 *
 * @param line line in the entry, from 1
 * @param text the text concerned, cut to a readable length
 * @param reason a sentence for the author
 * @param unread whether it stood where learnings stand and might have been one, so that its author should be told
 */
public record Remark(int line, String text, String reason, boolean unread) {

    /** A remark on something that was read and is no learning. */
    public Remark(int line, String text, String reason) {
        this(line, text, reason, false);
    }
}
