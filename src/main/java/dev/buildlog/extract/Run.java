package dev.buildlog.extract;

/**
 * A stretch of visible text in a block.
 *
 * @param text the characters, code spans with their backticks; a line feed alone stands for a line break
 * @param bold whether it stands in strong emphasis
 * @param line line it starts on, from 1
 * @param from offset in the entry of the strong emphasis that holds it, else of its outermost mark-up
 * @param to offset behind that mark-up
 */
record Run(String text, boolean bold, int line, int from, int to) {

    boolean isBreak() {
        return text.equals("\n");
    }

    Run withText(String newText) {
        return new Run(newText, bold, line, from, to);
    }
}
