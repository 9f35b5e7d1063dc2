package dev.buildlog.extract;

/**
 * A stretch of visible text in a block.
 *
 * @param text the characters, code spans with their backticks; a line feed alone stands for a line break
 * @param bold whether it stands in strong emphasis
 * @param line line it starts on, from 1
 * @param from offset in the entry of the strong emphasis that holds it, else of its outermost mark-up
 * @param to offset behind that mark-up
 * @param ownFrom offset of the stretch itself; that of its mark-up where nobody knows
 * @param ownTo offset behind it
 */
record Run(String text, boolean bold, int line, int from, int to, int ownFrom, int ownTo) {

    /** A stretch that no mark-up holds. */
    Run(String text, boolean bold, int line, int from, int to) {
        this(text, bold, line, from, to, from, to);
    }

    boolean isBreak() {
        return text.equals("\n");
    }

    Run withText(String newText) {
        return new Run(newText, bold, line, from, to, ownFrom, ownTo);
    }
}
