package dev.buildlog.cli;

import java.util.regex.Pattern;

/** Text out of files on its way to a terminal. */
final class Printable {

    private static final Pattern CONTROLS =
            Pattern.compile("[\\p{Cc}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069&&[^\n\t]]");

    private Printable() {}

    /** The text without what moves the cursor or turns the reading direction; line feeds and tabs stay. */
    static String text(String text) {
        return CONTROLS.matcher(text).replaceAll("\uFFFD");
    }

    /** The same on one line. */
    static String line(String text) {
        return text(text).replace('\n', ' ');
    }
}
