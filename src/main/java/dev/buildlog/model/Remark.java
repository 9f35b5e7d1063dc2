package dev.buildlog.model;

/**
 * Why something in an entry was left, or why it deserves a look.
 *
 * @param line line in the entry, from 1
 * @param text the text concerned, cut to a readable length
 * @param reason a sentence for the author
 */
public record Remark(int line, String text, String reason) {}
