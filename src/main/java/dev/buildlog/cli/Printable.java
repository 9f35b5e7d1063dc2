package dev.buildlog.cli;

import java.util.regex.Pattern;

/** Text out of files on its way to a terminal. */
final class Printable {

    /** Apart, since a short command that needs none of it should not wait for it. */
    private static final class Controls {

        private static final Pattern ANY =
                Pattern.compile("[\\p{Cc}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069&&[^\n\t]]");
    }

    private Printable() {}

    /** The text without what moves the cursor or turns the reading direction; line feeds and tabs stay. */
    static String text(String text) {
        return isPlain(text) ? text : Controls.ANY.matcher(text).replaceAll("\uFFFD");
    }

    /** Whether it is ASCII that prints, as most is: the answer is there before the expression would have been read. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** The same on one line. */
    static String line(String text) {
        return text(text).replace('\n', ' ');
    }
}
