package dev.buildlog.model;

/**
 * Something wrong in a file a person wrote, said so that it can be mended.
 *
 * @param file the file as the person would name it
 * @param line line from 1; 0 where it concerns the whole file
 * @param column column from 1; 0 where it concerns the whole line
 * @param message what is wrong and what to do about it, one or two sentences
 */
public record Problem(String file, int line, int column, String message) {

    /** {@code file:line:column: message}, leaving out positions that are not known. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line + (column > 0 ? ":" + column : "") : "") + ": " + message;
    }
}
